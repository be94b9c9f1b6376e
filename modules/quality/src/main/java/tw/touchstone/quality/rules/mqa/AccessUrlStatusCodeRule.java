package tw.touchstone.quality.rules.mqa;

import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;

/// A GET of the access address is answered. (`dcat:accessURL`)
final class AccessUrlStatusCodeRule implements QualityRule<Address> {

    @Override
    public Metric metric() {
        return Metric.MQA_ACCESS_URL_STATUS_CODE;
    }

    @Override
    public Outcome evaluate(Address address) {
        return address.outcome();
    }
}
