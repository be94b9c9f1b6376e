package tw.touchstone.quality.rules.reading;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;

/// The columns of a file: of its tables or sheets, of its records, and of the files inside it.
///
/// @param all      every column whose values were profiled, in the order of the file
/// @param complete whether every structured file inside an archive could be read; always so for other files
public record Columns(List<Column> all, boolean complete) {

    public Columns {
        all = List.copyOf(all);
    }

    /// One column.
    ///
    /// @param part   sheet or member; the empty string where the file is one whole
    /// @param line   of the header; 0 where there is none
    /// @param number field of the row, counted from 1; 0 in records
    /// @param rows   of its table, or records
    public record Column(String part, long line, int number, long rows, ColumnProfile profile) {

        /// Where its name stands.
        public Place place() {
            return new Place(part, line, number, -1, profile.name());
        }

        private Column in(String outer) {
            var inner = part.isEmpty() ? outer : outer + "/" + part;
            return new Column(inner, line, number, rows, profile);
        }

        /// Whether it says something different from row to row. A table of one row cannot.
        public boolean varies() {
            return profile.distinct() > 1 || profile.filled() == 1;
        }
    }

    public static Columns of(ByteFacts bytes) {
        return switch (bytes.content()) {
            case Content.Tables(var tables) ->
                new Columns(tables.stream().flatMap(Columns::of).toList(), true);
            case Content.Tree(var profile) ->
                new Columns(
                        profile.fields().stream()
                                .flatMap(field -> field.values().stream())
                                .map(values -> new Column("", 0, 0, profile.records(), values))
                                .toList(),
                        true);
            case Content.Members(var members, _) -> of(members);
            case Content.Encrypted _, Content.Opaque _, Content.Malformed _, Content.Empty _ ->
                new Columns(List.of(), true);
        };
    }

    private static Stream<Column> of(TableProfile table) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(at -> new Column(
                        table.name(),
                        table.headerLine(),
                        at + 1,
                        table.rows(),
                        table.columns().get(at)));
    }

    private static Columns of(List<Member> members) {
        var all = members.stream()
                .flatMap(member -> member.facts().stream()
                        .flatMap(facts -> of(facts).all().stream())
                        .map(column -> column.in(member.path())))
                .toList();
        boolean complete = members.stream()
                .allMatch(member -> member.facts()
                        .map(facts -> of(facts).complete())
                        .orElse(!FieldNames.hasNames(member.format())));
        return new Columns(all, complete);
    }
}
