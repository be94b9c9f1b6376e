package tw.touchstone.catalog.mending;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.ValueForm;

/// Whether a file that was written anew says what the old one said, by what the inspector saw of both.
final class SameTable {

    /// What a table that is header and rows alone has none of.
    private static final Set<AnomalyCode> AROUND = EnumSet.of(
            AnomalyCode.TITLE_LINE,
            AnomalyCode.HEADER_GROUP_ROW,
            AnomalyCode.SECOND_HEADER_ROW,
            AnomalyCode.UNIT_ROW,
            AnomalyCode.REPEATED_HEADER,
            AnomalyCode.BLANK_ROW,
            AnomalyCode.TOTAL_ROW,
            AnomalyCode.FOOTER_LINE,
            AnomalyCode.NO_HEADER,
            AnomalyCode.RAGGED_ROW);

    static final Set<ValueForm> ROC_DAYS =
            EnumSet.of(ValueForm.ROC_DATE, ValueForm.ROC_COMPACT_DATE, ValueForm.ROC_WORDED_DATE);

    private SameTable() {}

    /// The one table of a file that was read whole.
    static Optional<TableProfile> only(ByteFacts facts) {
        return facts.extent() instanceof Extent.Whole
                        && facts.content() instanceof Content.Tables(var tables)
                        && tables.size() == 1
                ? Optional.of(tables.getFirst())
                : Optional.empty();
    }

    /// Whether tables have the same names and as many rows, records the same fields and as many records.
    static boolean is(ByteFacts before, ByteFacts after) {
        if (before.content() instanceof Content.Tables(var earlier) && after.content() instanceof Content.Tables(var later)) {
            return shapes(earlier).equals(shapes(later));
        }
        if (before.content() instanceof Content.Tree(var earlier) && after.content() instanceof Content.Tree(var later)) {
            return earlier.records() == later.records()
                    && earlier.fields().stream().map(FieldPresence::name).toList()
                            .equals(later.fields().stream().map(FieldPresence::name).toList());
        }
        return before.format() == after.format()
                && before.content().getClass() == after.content().getClass();
    }

    private record Shape(long headerLine, List<String> header, long rows) {}

    private static List<Shape> shapes(List<TableProfile> tables) {
        return tables.stream()
                .map(table -> new Shape(table.headerLine(), table.header(), table.rows()))
                .toList();
    }

    /// Whether these columns now have the same first and last day and no day of the republic.
    static boolean hasSameDates(ByteFacts before, ByteFacts after, List<Integer> columns) {
        var earlier = only(before).map(TableProfile::columns).orElse(List.of());
        var later = only(after).map(TableProfile::columns).orElse(List.of());
        return columns.stream().allMatch(column -> column < earlier.size()
                && column < later.size()
                && earlier.get(column).filled() == later.get(column).filled()
                && earlier.get(column).dates().isPresent()
                && earlier.get(column).dates().equals(later.get(column).dates())
                && !hasRocDays(later.get(column)));
    }

    static boolean hasRocDays(ColumnProfile column) {
        return ROC_DAYS.stream().anyMatch(form -> column.count(form) > 0);
    }

    /// Whether the new table is header and rows alone, and lacks no row but totals.
    static boolean isPlain(ByteFacts before, ByteFacts after) {
        if (only(before).isEmpty() || only(after).isEmpty()) {
            return false;
        }
        var earlier = only(before).get();
        var later = only(after).get();
        long totals = count(earlier, AnomalyCode.TOTAL_ROW);
        return later.headerLine() == 1
                && later.header().equals(earlier.header())
                && later.rows() <= earlier.rows()
                && later.rows() >= earlier.rows() - totals
                && later.anomalies().stream().map(Anomaly::code).noneMatch(AROUND::contains);
    }

    static long count(TableProfile table, AnomalyCode code) {
        return table.anomalies().stream()
                .filter(each -> each.code() == code)
                .mapToLong(Anomaly::count)
                .findFirst()
                .orElse(0);
    }
}
