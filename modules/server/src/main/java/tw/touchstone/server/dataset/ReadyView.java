package tw.touchstone.server.dataset;

import java.util.List;
import tw.touchstone.server.scorecard.CheckView;

/// The AI-Ready grade of a dataset and everything that keeps it from a better one.
///
/// @param name       of the policy
/// @param policy     address of its page
/// @param grade      what is proven
/// @param graded     whether enough could be asked for a grade
/// @param reasons    why it is this grade, in sentences
/// @param dimensions in the order of the policy
/// @param gaps       what does not earn all its points, the greatest loss first
record ReadyView(
        String name,
        String policy,
        String grade,
        boolean graded,
        List<String> reasons,
        List<DimensionView> dimensions,
        List<GapView> gaps) {

    /// The points of a dimension.
    ///
    /// @param points earned of possible
    /// @param open   points that are not measured yet; empty where all are
    /// @param low    whether it bars the highest grade
    record DimensionView(String name, String points, String open, boolean low) {}

    /// An indicator that does not earn all its points.
    ///
    /// @param loss    how many it lacks
    /// @param subject the distribution it was asked of; empty where it was the dataset
    record GapView(String loss, String subject, CheckView check) {}
}
