package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// Access rights are given. (`dct:accessRights`)
final class AccessRightsAvailabilityRule implements AvailabilityRule<Dataset> {

    @Override
    public Metric metric() {
        return Metric.MQA_ACCESS_RIGHTS_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("取得限制", "access rights");
    }

    @Override
    public long given(Dataset dataset) {
        return dataset.accessRights().stream().count();
    }
}
