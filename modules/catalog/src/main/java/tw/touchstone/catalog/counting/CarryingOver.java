package tw.touchstone.catalog.counting;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tw.touchstone.exchange.catalogue.UsageTotals;
import tw.touchstone.exchange.catalogue.UsageTotals.Reading;
import tw.touchstone.model.DatasetId;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.ChangeEntry;
import tw.touchstone.usage.CarriedOver;
import tw.touchstone.usage.CarriedTotals;
import tw.touchstone.usage.Usage;
import tw.touchstone.usage.UsageDay;

/// Takes the totals of another system over, to be shown beside ours as "carried over, definition unknown" (ADR 59).
///
/// What was counted of datasets that the catalogue does not have is kept too: they may come with a later import, and the sum
/// of the source stays what its publisher stated. May be used from any thread.
public final class CarryingOver {

    private static final int LISTED = 20;

    private final CatalogStore store;
    private final CarriedTotals carried;
    private final Clock clock;

    public CarryingOver(CatalogStore store, Usage usage, Clock clock) {
        this.store = store;
        this.carried = usage.carriedOver();
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// All of it stands beside our numbers.
        ///
        /// @param rows      of the file
        /// @param repeats   rows that were added to an earlier one of the same identifier
        /// @param matched   how many datasets the catalogue has
        /// @param unmatched those it does not have, in order; kept for when they come
        /// @param changed   whether anything of this source was otherwise before
        record Carried(
                String source,
                LocalDate asOf,
                long rows,
                long repeats,
                long datasets,
                long views,
                long downloads,
                long matched,
                List<DatasetId> unmatched,
                boolean changed)
                implements Outcome {

            public Carried {
                unmatched = List.copyOf(unmatched);
            }

            /// The report for people, line by line.
            public List<String> text() {
                var lines = new ArrayList<String>();
                lines.add("%,d rows read: %,d datasets and %,d repeats of an identifier, which are added up"
                        .formatted(rows, datasets, repeats));
                lines.add("%,d views, %,d downloads".formatted(views, downloads));
                lines.add("%,d of these datasets are in the catalogue; %,d are not and are kept for when they come"
                        .formatted(matched, unmatched.size()));
                if (!unmatched.isEmpty()) {
                    lines.add("  not in the catalogue: "
                            + unmatched.stream().limit(LISTED).map(DatasetId::value).collect(Collectors.joining(", "))
                            + (unmatched.size() > LISTED ? ", …" : ""));
                }
                lines.add("%s as %s counted until %s, definition unknown"
                        .formatted(changed ? "carried over" : "nothing changed: carried over before", source, asOf));
                return List.copyOf(lines);
            }
        }

        /// The file is none that can be taken over; nothing was changed.
        ///
        /// @param line counted from 1; 0 where the whole file is meant
        record Malformed(long line, String message) implements Outcome {}

        /// Source or day cannot be; nothing was changed.
        ///
        /// @param field `source` or `day`
        record Refused(String field, String message) implements Outcome {}
    }

    /// Takes a table of [UsageTotals] over in place of everything that its source was said to have counted before.
    ///
    /// @param day    up to which was counted
    /// @param source who counted, in the words shown to readers
    public Outcome carry(InputStream table, LocalDate day, String source) throws IOException {
        if (!CarriedOver.isSource(source)) {
            return new Outcome.Refused("source", "a source has 1 to 200 characters on one line");
        }
        if (day.isAfter(UsageDay.of(clock.instant()))) {
            return new Outcome.Refused("day", "the day " + day + " is in the future");
        }
        return switch (UsageTotals.read(table)) {
            case Reading.Malformed(long line, String message) -> new Outcome.Malformed(line, message);
            case Reading.Read read -> carry(read, day, source);
        };
    }

    private Outcome carry(Reading.Read read, LocalDate day, String source) {
        var counted = read.totals().entrySet().stream()
                .map(each -> new CarriedOver(
                        each.getKey(), each.getValue().views(), each.getValue().downloads(), source, day))
                .toList();
        boolean changed = carried.replace(source, counted);
        var published = published();
        var unmatched = read.totals().keySet().stream()
                .filter(id -> !published.contains(id))
                .sorted()
                .toList();
        return new Outcome.Carried(
                source,
                day,
                read.rows(),
                read.repeats(),
                counted.size(),
                counted.stream().mapToLong(CarriedOver::views).sum(),
                counted.stream().mapToLong(CarriedOver::downloads).sum(),
                counted.size() - unmatched.size(),
                unmatched,
                changed);
    }

    private Set<DatasetId> published() {
        return store.standing().stream()
                .filter(entry -> entry.kind() != ChangeEntry.Kind.WITHDRAWN)
                .map(entry -> new DatasetId(entry.subject()))
                .collect(Collectors.toSet());
    }
}
