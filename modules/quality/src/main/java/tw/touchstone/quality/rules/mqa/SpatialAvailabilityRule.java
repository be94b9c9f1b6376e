package tw.touchstone.quality.rules.mqa;

import tw.touchstone.model.Coverage;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;

/// A spatial coverage is given: an area or a rectangle. (`dct:spatial`)
final class SpatialAvailabilityRule implements AvailabilityRule<Dataset> {

    @Override
    public Metric metric() {
        return Metric.MQA_SPATIAL_AVAILABILITY;
    }

    @Override
    public LangText wanted() {
        return LangText.of("空間範圍", "a spatial coverage");
    }

    @Override
    public long given(Dataset dataset) {
        long boxes = dataset.coverage().flatMap(Coverage::box).stream().count();
        return dataset.spatial().size() + boxes;
    }
}
