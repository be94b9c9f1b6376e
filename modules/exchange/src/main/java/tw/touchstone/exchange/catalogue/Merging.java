package tw.touchstone.exchange.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Decides what becomes of the rows that share an identifier.
final class Merging {

    /// Two rows speak of the same dataset if they agree in these.
    private record Subject(Object title, Object agency) {}

    private final OnConflict onConflict;

    Merging(OnConflict onConflict) {
        this.onConflict = onConflict;
    }

    /// One item for each row.
    ///
    /// @param rows of one identifier in file order, at least one
    List<CatalogueItem> resolve(List<Drafted> rows) {
        var subjects = new LinkedHashMap<Subject, List<Drafted>>();
        for (var row : rows) {
            subjects.computeIfAbsent(subject(row), none -> new ArrayList<>()).add(row);
        }
        if (subjects.size() > 1 && onConflict == OnConflict.REFUSE) {
            return rows.stream().map(row -> refused(row, rows)).toList();
        }
        var winner = subject(onConflict == OnConflict.LAST ? rows.getLast() : rows.getFirst());
        var items = merge(subjects.getOrDefault(winner, rows));
        for (var row : rows) {
            if (!subject(row).equals(winner)) {
                items.add(loser(row, subjects.getOrDefault(winner, rows).getFirst()));
            }
        }
        return items;
    }

    private static Subject subject(Drafted row) {
        return new Subject(row.dataset().title(), row.dataset().publisher());
    }

    private CatalogueItem loser(Drafted row, Drafted winner) {
        var difference = new ArrayList<String>();
        differ(difference, Column.TITLE, winner, row, each -> each.dataset().title().toString());
        differ(difference, Column.AGENCY, winner, row, Merging::agency);
        return new CatalogueItem.Repeated(
                row.line(),
                row.identifier(),
                winner.line(),
                onConflict == OnConflict.LAST ? Fate.LAST_WINS : Fate.FIRST_WINS,
                String.join("; ", difference),
                List.of(),
                row.urls().notRegistered());
    }

    private static void differ(
            Collection<String> difference, Column column, Drafted first, Drafted second, Function<Drafted, String> part) {
        var registered = part.apply(first);
        var other = part.apply(second);
        if (!registered.equals(other)) {
            difference.add("%s %s instead of %s"
                    .formatted(column.officialName(), RowTexts.shown(other), RowTexts.shown(registered)));
        }
    }

    private static String agency(Drafted row) {
        return row.publisher().map(agency -> agency.name().toString()).orElse("");
    }

    private static CatalogueItem refused(Drafted row, List<Drafted> rows) {
        var other = rows.stream()
                .filter(each -> !subject(each).equals(subject(row)))
                .findFirst()
                .orElse(row);
        return new CatalogueItem.Refused(
                row.line(),
                Optional.of(row.identifier()),
                "another dataset has this identifier, see %d".formatted(other.line()),
                row.urls().notRegistered());
    }

    private static List<CatalogueItem> merge(List<Drafted> rows) {
        var items = new ArrayList<CatalogueItem>();
        var merged = rows.getFirst();
        for (var row : rows.subList(1, rows.size())) {
            var joined = new JoinedRow(merged, row);
            items.add(joined.item());
            merged = joined.result();
        }
        items.addFirst(merged.item());
        return items;
    }
}
