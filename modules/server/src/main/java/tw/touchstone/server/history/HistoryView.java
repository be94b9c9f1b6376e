package tw.touchstone.server.history;

import java.util.List;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.layout.Link;

/// The history of a dataset under one policy, on a page.
///
/// @param policies  the other policies it was judged by
/// @param lines     newest first
/// @param json      the same for programs
/// @param csv       the same for spreadsheets
/// @param between   why the first of two days asked for became the second; empty where none were asked for
/// @param truncated whether there were more changes than are shown
record HistoryView(
        Link dataset,
        List<Link> policies,
        String policy,
        String policyId,
        List<Line> lines,
        List<Curve> curve,
        String json,
        String csv,
        String from,
        String to,
        List<CauseLine> between,
        boolean asked,
        boolean truncated) {

    /// A moment.
    ///
    /// @param page why the award was held then
    record Line(String at, Badge award, String score, List<CauseLine> causes, String page) {}

    /// What one cause did.
    ///
    /// @param name of the cause
    record CauseLine(String name, String from, String to, String difference) {}
}
