package tw.touchstone.server.policies;

import java.util.List;

/// A policy in the reader's language.
///
/// @param fold       of the messages: how distributions become a dataset
/// @param awards     what it may award, from the highest down
/// @param metrics    what it measures
/// @param thresholds name and value of each number it sets
/// @param weighs     whether it gives points
/// @param total      the most points; 0 where it gives none
/// @param applicable how many points must be possible for a grade at all; 0 where none need be
record PolicyView(
        String id,
        String url,
        String title,
        String version,
        String date,
        String source,
        String fold,
        List<AwardView> awards,
        List<MetricView> metrics,
        List<ThresholdView> thresholds,
        boolean weighs,
        int total,
        int applicable) {

    /// A label or grade.
    ///
    /// @param from  the least score; empty on a ladder
    /// @param needs  the checks that must hold: all that the step adds, or the gates of the grade
    /// @param shares what must be earned of single dimensions
    record AwardView(String name, String from, List<MetricView> needs, List<ShareView> shares) {}

    /// How much of the points possible in a dimension must be earned.
    ///
    /// @param dimension of the messages
    /// @param percent   without the sign
    record ShareView(String dimension, String percent) {}

    /// A check.
    ///
    /// @param weight empty where there are no points
    record MetricView(String id, String url, String name, String weight) {}

    record ThresholdView(String name, String value) {}
}
