package tw.touchstone.server.dataset;

import java.util.List;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.layout.NamedFact;
import tw.touchstone.server.scorecard.CheckView;

/// What is shown about the quality of a dataset.
///
/// @param pending  whether files are still being inspected
/// @param page     the page itself
/// @param policies those that award labels, the shown policy first
/// @param grades   under policies that award grades
/// @param ready    the AI-Ready grade; none before the dataset was judged
/// @param subjects one for each distribution, under the shown policy
record QualityView(
        boolean pending,
        String page,
        List<PolicyView> policies,
        List<GradeView> grades,
        List<ReadyView> ready,
        List<SubjectView> subjects) {

    /// Where the certificate of the dataset is checked.
    public String verification() {
        return page.replaceFirst("^/datasets/", "/verify/");
    }

    /// The label under one policy.
    ///
    /// @param shown       whether this is the label that lists and searches show
    /// @param provisional whether checks are open that could change it
    /// @param asOf        when it became the current one
    /// @param reasons     why it is this label
    /// @param top         whether there is no higher label
    /// @param next        what the next label still lacks, in short
    record PolicyView(
            String name,
            Badge badge,
            boolean shown,
            boolean provisional,
            String asOf,
            List<String> reasons,
            boolean top,
            String next) {}

    /// The grade under one policy.
    ///
    /// @param url    the policy's page
    /// @param points earned of possible; empty where the policy gives none
    /// @param open   points that are not measured yet; empty where all are
    /// @param next   what would raise it, in short
    record GradeView(String name, String url, String grade, String points, String open, String next) {}

    /// What was seen of one distribution, and how it was judged.
    ///
    /// @param columns the columns seen
    /// @param passed  how many checks it passed
    record SubjectView(
            int number, String name, List<NamedFact> seen, List<String> columns, int passed, List<CheckView> checks) {}
}
