package tw.touchstone.server.dataset;

import java.util.List;
import java.util.SortedMap;
import tw.touchstone.server.layout.Counts;
import tw.touchstone.server.layout.Link;
import tw.touchstone.server.layout.NamedFact;
import tw.touchstone.server.layout.Phrase;

/// What the page of a dataset shows besides its quality.
///
/// @param otherTitle the title in the language that is not the page's
/// @param editable   whether the reader may change it
/// @param documentation how it came about and what it is good for; only what is stated
/// @param national   national fields by their Chinese names
record DatasetView(
        String id,
        Phrase title,
        Phrase otherTitle,
        Phrase description,
        Link agency,
        boolean editable,
        List<NamedFact> facts,
        List<Link> themes,
        List<Link> keywords,
        SortedMap<String, String> national,
        Counts counts,
        List<Section> documentation,
        List<DistributionView> distributions) {

    /// Statements that belong together.
    ///
    /// @param key message that heads them
    record Section(String key, List<NamedFact> facts) {}

    /// One distribution.
    ///
    /// @param download where the button leads; empty where there is nothing to download yet
    /// @param address  the same as an address to copy
    /// @param size     declared or known; empty where neither
    /// @param tables   the first one whose rows can be asked for; empty where there is none
    record DistributionView(
            int number,
            Phrase title,
            Phrase description,
            String format,
            String download,
            String address,
            String size,
            String downloads,
            List<NamedFact> declared,
            List<FieldView> fields,
            List<TableView> tables) {}

    /// The first rows of a table.
    ///
    /// @param name    of the sheet or of the file inside; may be empty
    /// @param total   of rows
    /// @param hidden  how many columns are not shown; empty where all are
    /// @param address where the rows are, without a suffix
    /// @param profile where the profile of the columns is
    record TableView(
            String name,
            List<ColumnView> columns,
            List<List<String>> rows,
            String total,
            String hidden,
            String address,
            String profile) {}

    /// A column of a table.
    record ColumnView(String name, boolean number) {}

    /// A declared field.
    ///
    /// @param type its datatype and unit; empty where neither is declared
    record FieldView(String name, String description, String type) {}
}
