package tw.touchstone.server.theme;

import java.util.List;
import tw.touchstone.server.finding.DatasetCard;
import tw.touchstone.server.layout.Counts;
import tw.touchstone.server.layout.Link;

/// What the page of a theme shows.
///
/// @param above the theme this one belongs to; [Link#NONE] for none
/// @param lead  lead agencies
/// @param with  other agencies that take part
/// @param all   address of the search for all its datasets
record ThemeView(
        String name,
        String definition,
        Link above,
        List<Link> lead,
        List<Link> with,
        List<Tile> narrower,
        Counts counts,
        long total,
        List<DatasetCard> cards,
        String all) {

    /// A theme with the number of its datasets and the themes below it.
    record Tile(String name, String count, String url, List<Tile> narrower) {}

    /// The list of all themes.
    record All(List<Tile> highValue, List<Tile> services) {}
}
