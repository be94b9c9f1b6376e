package tw.touchstone.quality;

import java.util.List;
import tw.touchstone.model.fact.Place;

/// What stands behind an outcome: enough to repeat the verdict by hand.
///
/// @param checked how many things were looked at: files, declared fields, archive members
/// @param faults  how many of them are wrong; zero behind a pass
/// @param finding what was seen and what was expected
/// @param samples the first places at fault; empty where no place in the file can be named
public record Evidence(long checked, long faults, Finding finding, List<Place> samples) {

    /// How many places and names are kept.
    public static final int SAMPLES = 5;

    public Evidence {
        samples = samples.stream().limit(SAMPLES).toList();
    }
}
