package tw.touchstone.server.fixes;

import java.util.List;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.preview.AwardView;

/// What does not hold in a dataset, what can be mended in it, and what was.
///
/// @param badge  under the policy that is shown
/// @param offers that belong to none of the findings
record FixesView(
        String id,
        String title,
        Badge badge,
        List<FindingView> findings,
        List<OfferView> offers,
        List<AppliedView> applied) {

    FixesView {
        findings = List.copyOf(findings);
        offers = List.copyOf(offers);
        applied = List.copyOf(applied);
    }

    /// A check that does not hold, and what a machine can do about it.
    ///
    /// @param url     page of the check
    /// @param outcome `failed` or `not-measured`
    /// @param seen    what was seen, or why there is no verdict
    /// @param advice  how a person can mend it; empty where nothing failed
    /// @param gains   what it would bring, policy by policy
    record FindingView(
            String check,
            String url,
            String subject,
            String outcome,
            String seen,
            String expected,
            List<String> places,
            String advice,
            List<String> gains,
            List<OfferView> offers) {}

    /// A fix that can be had.
    ///
    /// @param subject whom it mends
    /// @param check   name of the check that fails without it; empty where none does
    /// @param after   the badge it would bring; empty where that is told only on its own page
    record OfferView(
            String url,
            String title,
            String effect,
            String subject,
            String check,
            String seen,
            String expected,
            List<String> places,
            List<Badge> after,
            List<String> gains) {}

    /// A fix that was applied.
    ///
    /// @param undo   where it is undone; empty where it cannot be any more
    /// @param undone when and by whom it was undone; empty where it was not
    record AppliedView(String title, String subject, String at, String by, String undo, String undone) {}

    /// Everything one fix would change.
    ///
    /// @param address  where it is applied
    /// @param expected the change number it was looked at
    /// @param awards   before and after, policy by policy
    record FixView(
            String id,
            String datasetTitle,
            OfferView offer,
            String address,
            String expected,
            List<Changes> awards,
            List<FieldView> fields,
            List<FileView> files) {}

    /// A label or grade before and after.
    record Changes(AwardView before, AwardView after) {

        /// Whether anything differs that the table shows.
        public boolean isChange() {
            return !before.badge().equals(after.badge())
                    || !before.grade().equals(after.grade())
                    || !before.points().equals(after.points());
        }
    }

    /// A property of the metadata before and after; empty where it is not there.
    ///
    /// @param name what people call it; empty where they have no word for it
    record FieldView(String name, String field, String before, String after) {}

    /// A file before and after.
    ///
    /// @param subject whose file it becomes
    /// @param sizes   before and after, in words
    record FileView(String subject, String sizes, List<LineView> lines) {}

    /// A line before and after.
    ///
    /// @param gone whether the line goes
    record LineView(String number, String before, String after, boolean gone) {}
}
