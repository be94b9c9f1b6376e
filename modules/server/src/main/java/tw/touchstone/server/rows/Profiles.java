package tw.touchstone.server.rows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.rows.SeenTable;
import tw.touchstone.catalog.rows.TableState;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.ValueCount;
import tw.touchstone.server.http.Problem;

/// Tells what stands in the columns of a file, by the facts about it.
@Component
public class Profiles {

    private final KeptTables tables;
    private final SeenFiles files;

    Profiles(KeptTables tables, SeenFiles files) {
        this.tables = tables;
        this.files = files;
    }

    /// The profile of a file.
    ///
    /// @param file      digest of the bytes that were looked at
    /// @param inspector version of what looked
    /// @param complete  whether all of the file was read
    public record Profile(
            String distribution,
            String file,
            long size,
            String format,
            Optional<String> encoding,
            String inspector,
            boolean complete,
            List<TableItem> tables) {}

    /// The profile of a table.
    ///
    /// @param withoutRows why its rows cannot be asked for; empty where they can
    public record TableItem(
            int table, String part, String name, long rows, Optional<String> withoutRows, List<ColumnItem> columns) {}

    /// The profile of a column.
    public record ColumnItem(
            String name,
            Optional<String> group,
            Optional<String> unit,
            String type,
            long filled,
            long blank,
            long distinct,
            Optional<Boolean> unique,
            Optional<String> min,
            Optional<String> max,
            Optional<String> firstDay,
            Optional<String> lastDay,
            int longest,
            List<ValueItem> top,
            List<ValueItem> sentinels,
            List<FormItem> forms) {}

    /// A value and how often it stands there.
    public record ValueItem(String value, long count) {}

    /// A form and how many values take it.
    public record FormItem(String form, long count) {}

    /// The profile of the file of a distribution, kept here or seen elsewhere.
    ///
    /// @throws Problem 404 where nobody has looked at it
    public Profile of(Distribution distribution) {
        return files.facts(distribution)
                .map(facts -> profile(distribution, facts))
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "the file of the distribution has not been looked at")
                        .with("reason", "not-seen"));
    }

    private Profile profile(Distribution distribution, ByteFacts facts) {
        var states = tables.states(distribution);
        return new Profile(
                distribution.id().toString(),
                facts.digest().hex(),
                facts.size(),
                facts.format().code(),
                facts.text().map(text -> text.encoding().display()),
                facts.inspector(),
                facts.extent() instanceof Extent.Whole,
                SeenTable.of(facts).stream()
                        .map(table -> item(table, withoutRows(distribution, table, states)))
                        .toList());
    }

    private Optional<String> withoutRows(
            Distribution distribution, SeenTable table, Optional<List<TableState>> states) {
        if (tables.file(distribution).isEmpty()) {
            return Optional.of("not-kept");
        }
        return states.isEmpty()
                ? Optional.of("preparing")
                : states.get().stream()
                        .filter(each -> each.number() == table.number())
                        .findFirst()
                        .flatMap(each -> each instanceof TableState.Refused refused
                                ? Optional.of(refused.reason().id())
                                : Optional.empty());
    }

    private static TableItem item(SeenTable table, Optional<String> withoutRows) {
        return new TableItem(
                table.number(),
                table.part(),
                table.name(),
                table.rows(),
                withoutRows,
                table.columns().stream().map(each -> item(each.profile())).toList());
    }

    private static ColumnItem item(ColumnProfile column) {
        return new ColumnItem(
                column.name(),
                column.group(),
                column.unit(),
                column.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                column.filled(),
                column.blank(),
                column.distinct(),
                column.unique(),
                column.min(),
                column.max(),
                column.dates().map(days -> days.first().toString()),
                column.dates().map(days -> days.last().toString()),
                column.longest(),
                values(column.top()),
                values(column.sentinels()),
                column.forms().stream().map(Profiles::item).toList());
    }

    private static FormItem item(FormCount form) {
        return new FormItem(form.form().id(), form.count());
    }

    private static List<ValueItem> values(List<ValueCount> values) {
        return values.stream().map(each -> new ValueItem(each.value(), each.count())).toList();
    }
}
