package tw.touchstone.catalog.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.ValueCount;

/// What files were seen to hold, as far as people search for it: names of columns, and their frequent values where these
/// are words.
///
/// @param columns at most [#MAX_COLUMNS]
/// @param values  at most [#MAX_VALUES]
record SeenContents(List<String> columns, List<String> values) {

    static final SeenContents NOTHING = new SeenContents(List.of(), List.of());

    /// A table wider than this is a matrix, and nobody searches for its 501st column.
    static final int MAX_COLUMNS = 500;

    static final int MAX_VALUES = 300;

    private static final int MAX_VALUES_OF_COLUMN = 10;

    private static final int LONGEST_VALUE = 40;

    /// A column with more different values is one of names or numbers of single things, not of kinds.
    private static final int MOST_DISTINCT = 1_000;

    SeenContents {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }

    /// The contents of several files as one.
    static SeenContents of(Collection<ByteFacts> files) {
        var columns = new LinkedHashSet<String>();
        var values = new LinkedHashSet<String>();
        files.forEach(file -> add(file.content(), columns, values));
        return new SeenContents(first(MAX_COLUMNS, columns), first(MAX_VALUES, values));
    }

    private static void add(Content content, Set<String> columns, Set<String> values) {
        switch (content) {
            case Content.Tables tables -> tables.tables().forEach(table -> {
                columns.addAll(table.header());
                table.columns().forEach(column -> addValues(column, values));
            });
            case Content.Tree tree -> tree.profile().fields().forEach(field -> {
                columns.add(field.name());
                field.values().ifPresent(column -> addValues(column, values));
            });
            case Content.Members members ->
                members.members().forEach(member -> member.facts().ifPresent(facts -> add(facts.content(), columns, values)));
            case Content.Encrypted _, Content.Opaque _, Content.Malformed _, Content.Empty _ -> {}
        }
    }

    private static void addValues(ColumnProfile column, Set<String> values) {
        if (column.type() == ColumnType.TEXT && column.distinct() <= MOST_DISTINCT) {
            column.top().stream()
                    .map(ValueCount::value)
                    .filter(value -> value.length() <= LONGEST_VALUE)
                    .limit(MAX_VALUES_OF_COLUMN)
                    .forEach(values::add);
        }
    }

    private static List<String> first(int most, Set<String> all) {
        var kept = new ArrayList<String>();
        for (var each : all) {
            if (!each.isBlank() && kept.size() < most) {
                kept.add(each);
            }
        }
        return kept;
    }
}
