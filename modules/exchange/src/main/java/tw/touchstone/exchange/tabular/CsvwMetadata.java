package tw.touchstone.exchange.tabular;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.LangText;

/// The tables of a distribution as CSV on the web. (W3C Metadata Vocabulary for Tabular Data)
///
/// It describes our CSV, which is in UTF-8 and has a header in its first line, whatever the file was.
public final class CsvwMetadata {

    private CsvwMetadata() {}

    /// Describes the tables of one distribution; there is one at least.
    ///
    /// @param self where the document is
    public static Map<String, Object> describe(Distribution distribution, URI self, List<DescribedTable> tables) {
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "zh-Hant-TW")));
        if (tables.size() == 1) {
            document.put("@id", self.toString());
            document.put("@type", "Table");
            table(tables.getFirst(), document);
        } else {
            document.put("@id", self.toString());
            document.put("@type", "TableGroup");
            document.put("tables", tables.stream().map(table -> {
                var entry = new LinkedHashMap<String, Object>();
                table(table, entry);
                return entry;
            }).toList());
        }
        var title = distribution.title().best(LangText.ZH);
        if (!title.isBlank()) {
            document.put("dc:title", title);
        }
        distribution.licence().ifPresent(licence -> document.put("dc:license", Map.of("@id", licence.toString())));
        return document;
    }

    private static void table(DescribedTable table, Map<String, Object> into) {
        into.put("url", table.csv().toString());
        if (!table.name().isEmpty()) {
            into.put("dc:identifier", table.name());
        }
        into.put("dialect", Map.of("encoding", "utf-8", "header", true, "headerRowCount", 1, "lineTerminators", List.of("\r\n")));
        var schema = new LinkedHashMap<String, Object>();
        schema.put(
                "columns",
                IntStream.range(0, table.columns().size())
                        .mapToObj(i -> column(i + 1, table.columns().get(i)))
                        .toList());
        var key = IntStream.range(0, table.columns().size())
                .filter(i -> definition(table.columns().get(i)).filter(FieldDefinition::key).isPresent())
                .mapToObj(i -> "c" + (i + 1))
                .toList();
        if (!key.isEmpty()) {
            schema.put("primaryKey", key);
        }
        into.put("tableSchema", schema);
    }

    private static Optional<FieldDefinition> definition(DescribedTable.Column column) {
        return column.declared().flatMap(each -> each.definition());
    }

    /// Names are those of URI template variables, which our column names mostly are not; so titles say what the header has.
    /// (section 5.6, name)
    private static Map<String, Object> column(int number, DescribedTable.Column column) {
        var described = new LinkedHashMap<String, Object>();
        described.put("name", "c" + number);
        described.put("titles", column.name());
        column.description().ifPresent(text -> described.put("dc:description", text));
        described.put("datatype", switch (column.type()) {
            case INTEGER -> "integer";
            case NUMBER -> "double";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case DATE_TIME -> "datetime";
            case TEXT -> "string";
        });
        if (column.filled()) {
            described.put("required", true);
        }
        definition(column)
                .flatMap(FieldDefinition::unit)
                .or(column::unit)
                .ifPresent(unit -> described.put("schema:unitText", unit));
        return described;
    }
}
