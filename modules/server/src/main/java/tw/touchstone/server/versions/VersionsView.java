package tw.touchstone.server.versions;

import java.util.List;
import tw.touchstone.server.layout.Link;

/// The versions of a dataset's metadata on a page.
///
/// @param lines   newest first
/// @param changes what became another between the two that were asked for
/// @param asked   whether two were asked for
/// @param files   the lists of versions of its files
record VersionsView(
        Link dataset, List<Line> lines, List<Change> changes, boolean asked, String from, String to, List<Link> files) {

    /// @param digest    the version's name
    /// @param since     compares it with the one before it; empty for the oldest
    record Line(String digest, String from, String until, String url, String since) {}

    /// @param before empty where the value came
    /// @param after  empty where it went
    record Change(String place, String before, String after) {}
}
