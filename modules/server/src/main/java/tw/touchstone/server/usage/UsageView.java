package tw.touchstone.server.usage;

import java.util.List;
import tw.touchstone.server.finding.DatasetList;
import tw.touchstone.server.layout.Counts;
import tw.touchstone.server.layout.Link;

/// What the page of numbers shows.
///
/// @param subject   [Link#NONE] for the whole catalogue
/// @param kind      of the subject, part of message keys
/// @param id        of the subject; empty for the whole catalogue
/// @param steps     keys of the steps that can be chosen
/// @param step      the chosen one
/// @param wrong     whether the days asked for make no range, so that the usual ones are shown
/// @param lines     newest first
/// @param years     the indicator; only of the catalogue
/// @param labels    how many datasets hold each label; only of the catalogue
/// @param tops      lists of the most used; only of the catalogue
/// @param json      address of the same for programs
/// @param csv       address of the same for spreadsheets
record UsageView(
        Link subject,
        String kind,
        String id,
        Counts counts,
        List<String> steps,
        String step,
        String from,
        String to,
        boolean wrong,
        List<UsageChart> downloads,
        List<UsageChart> views,
        List<Line> lines,
        List<Line> years,
        List<DatasetList.LabelCount> labels,
        List<Top> tops,
        List<Carried> carried,
        String definition,
        String robotList,
        String lost,
        String json,
        String csv) {

    /// The numbers of one period.
    record Line(
            String name,
            String downloads,
            String machineDownloads,
            String views,
            String machineViews,
            String robotDownloads,
            String robotViews,
            String running) {}

    /// A list of the most used.
    ///
    /// @param key of its title
    record Top(String key, List<Place> places) {}

    /// A place in such a list.
    ///
    /// @param usage where its numbers stand
    record Place(Link link, String usage, String count) {}

    /// What another system counted.
    record Carried(String source, String asOf, String downloads, String views) {}
}
