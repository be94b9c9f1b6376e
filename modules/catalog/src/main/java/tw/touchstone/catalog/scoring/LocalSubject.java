package tw.touchstone.catalog.scoring;

import java.nio.file.Path;
import java.util.Map;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.quality.Observations;

/// A described dataset and the files that are its distributions.
///
/// @param files distributions without an entry have no file here
/// @param observations recorded ones, where any were given
record LocalSubject(Dataset dataset, Map<DistributionId, Path> files, Observations observations) {

    LocalSubject {
        files = Map.copyOf(files);
    }
}
