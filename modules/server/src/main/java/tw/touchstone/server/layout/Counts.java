package tw.touchstone.server.layout;

import tw.touchstone.usage.Totals;

/// How often something was downloaded and viewed, as it is shown: people and machines together, robots apart.
///
/// @param usage address of the page with all its numbers
public record Counts(
        String downloads,
        String downloads30,
        String downloads7,
        String machineDownloads,
        String robotDownloads,
        String views,
        String views30,
        String views7,
        String machineViews,
        String robotViews,
        String usage) {

    /// The totals of something.
    ///
    /// @param query asks the page of numbers for it, `?dataset=40448` for example
    public static Counts of(Totals totals, String query) {
        return new Counts(
                Figures.count(totals.downloads()),
                Figures.count(totals.downloads30()),
                Figures.count(totals.downloads7()),
                Figures.count(totals.machineDownloads()),
                Figures.count(totals.robotDownloads()),
                Figures.count(totals.views()),
                Figures.count(totals.views30()),
                Figures.count(totals.views7()),
                Figures.count(totals.machineViews()),
                Figures.count(totals.robotViews()),
                "/usage" + query);
    }
}
