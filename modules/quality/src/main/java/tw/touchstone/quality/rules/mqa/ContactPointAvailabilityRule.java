package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// A contact is given. (`dcat:contactPoint`)
final class ContactPointAvailabilityRule implements AvailabilityRule<Dataset> {

    @Override
    public Metric metric() {
        return Metric.MQA_CONTACT_POINT_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("聯絡窗口", "a contact");
    }

    @Override
    public long given(Dataset dataset) {
        return dataset.contact().stream().count();
    }
}
