package tw.touchstone.catalog.previewing;

import java.util.List;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.vocabulary.conformance.ConformanceReport;

/// A draft as it would be published, and what it would be judged.
///
/// @param dataset    with the numbers and addresses it would get
/// @param report     whether it conforms to the application profile; a draft that does not would not be published
/// @param policies   in force
/// @param scorecards under each of them, in their order
/// @param unasked    distributions whose address elsewhere was not asked, so that what hangs on it is not measured
public record Preview(
        Dataset dataset,
        ConformanceReport report,
        List<Policy> policies,
        List<Scorecard> scorecards,
        List<DistributionId> unasked) {

    public Preview {
        policies = List.copyOf(policies);
        scorecards = List.copyOf(scorecards);
        unasked = List.copyOf(unasked);
    }
}
