package tw.touchstone.catalog.scoring;

import java.nio.file.Path;
import java.util.Map;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.fact.LinkStanding;

/// A described dataset and the files that are its distributions.
///
/// @param files distributions without an entry have no file here
/// @param links recorded observations, where any were given
record LocalSubject(Dataset dataset, Map<DistributionId, Path> files, Map<DistributionId, LinkStanding> links) {

    LocalSubject {
        files = Map.copyOf(files);
        links = Map.copyOf(links);
    }
}
