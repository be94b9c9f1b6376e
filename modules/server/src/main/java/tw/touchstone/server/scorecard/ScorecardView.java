package tw.touchstone.server.scorecard;

import java.util.List;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.layout.Link;

/// A scorecard as a tree: policy, subject, dimension, check, place.
///
/// @param dataset  its title, leading to its page
/// @param policies other scorecards of the dataset
/// @param points   earned of possible; empty where the policy gives none
/// @param since    when it became the current one
/// @param until    when the clock alone will change something; empty where it will not
/// @param identity of the document
/// @param bundle   where the inputs can be had
/// @param asOf     the time that was asked for; empty where the current one is shown
/// @param readable whether this version of the rules can tell what is in it
record ScorecardView(
        Link dataset,
        List<Link> policies,
        String policy,
        String version,
        String engine,
        Badge award,
        String points,
        String since,
        String until,
        String identity,
        String bundle,
        String asOf,
        boolean readable,
        List<SubjectView> subjects) {

    /// The dataset as a whole, or one distribution.
    record SubjectView(String name, String award, List<DimensionView> dimensions) {}

    /// What was measured of one dimension.
    record DimensionView(String name, String points, List<CheckView> checks) {}
}
