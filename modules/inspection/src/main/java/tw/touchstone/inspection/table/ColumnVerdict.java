package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.inspection.table.ColumnStatistics.Held;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.DayRange;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.ValueCount;

/// What a column is, decided from all of its values: text unless every value proves otherwise, and of the forms that
/// digits could have those that the column bears out.
final class ColumnVerdict {

    private static final int TOP = 5;

    /// Different values that do not all look like days or codes by chance.
    private static final int PROOF = 3;

    /// Values that show what nearly all of them are.
    private static final int ENOUGH = 10;

    /// Forms that only the name of the column or its partner can confirm.
    private static final long COORDINATES =
            FormSet.LONGITUDE | FormSet.LATITUDE | FormSet.TWD97_EASTING | FormSet.TWD97_NORTHING;

    private final String name;
    private final NameHints hints;
    private final ColumnStatistics column;
    private final List<Held> sentinels;
    private final List<Held> answers;
    private final Tally tally;
    private final long filled;
    private final ColumnDates dates;
    private final ColumnType type;
    private long forms;

    ColumnVerdict(String name, ColumnStatistics column, List<Held> sentinels, List<Held> answers) {
        this.name = name;
        this.hints = new NameHints(name);
        this.column = column;
        this.sentinels = sentinels;
        this.answers = answers;
        this.tally = column.tally;
        this.filled = column.filled();
        this.dates = new ColumnDates(column, hints, distinct());
        this.forms = forms();
        this.type = type();
    }

    private long distinct() {
        return column.values.distinct() + answers.size();
    }

    private ColumnType type() {
        if (filled == 0) {
            return ColumnType.EMPTY;
        }
        if (dates.areAll()) {
            return tally.kind(Kind.TIME) > 0 ? ColumnType.DATE_TIME : ColumnType.DATE;
        }
        long numbers = tally.group(Kind.NUMBERS) + tally.kind(Kind.IMPOSSIBLE_COMPACT);
        if (numbers == filled) {
            if (hints.code() || isCodes()) {
                return ColumnType.TEXT;
            }
            return tally.kind(Kind.DECIMAL) + tally.kind(Kind.DOTTED_MONTH) == 0 ? ColumnType.INTEGER : ColumnType.DECIMAL;
        }
        boolean truths = Stream.of(Kind.TRUE_FALSE, Kind.YES_NO, Kind.Y_N, Kind.SHI_FOU)
                .anyMatch(kind -> tally.kind(kind) == filled);
        return truths ? ColumnType.BOOLEAN : ColumnType.TEXT;
    }

    /// Digits that are accepted as codes, and long ones of one length, are no quantities.
    private boolean isCodes() {
        long codes = FormSet.COUNTY_CODE
                | FormSet.TOWNSHIP_CODE
                | FormSet.POSTCODE
                | FormSet.BUSINESS_NUMBER
                | FormSet.CARD_NUMBER
                | FormSet.MOBILE_NUMBER;
        boolean ids = column.shortest() >= 10
                && column.shortest() == column.longest()
                && filled >= PROOF
                && tally.kind(Kind.INTEGER) == filled
                && tally.form(FormSet.THOUSANDS_SEPARATED) == 0
                && distinct() == filled;
        return (forms & codes) != 0 || ids;
    }

    private long forms() {
        long accepted = 0;
        for (int i = 0; i < FormSet.SIZE; i++) {
            long form = 1L << i;
            if (tally.form(form) > 0 && (form & COORDINATES) == 0 && isBorneOut(form, tally.form(form))) {
                accepted |= form;
            }
        }
        if (tally.form(FormSet.PERHAPS_MOBILE) > 0 && hints.telephone()) {
            accepted |= FormSet.MOBILE_NUMBER;
        }
        for (long form : new long[] {FormSet.LONGITUDE, FormSet.LATITUDE, FormSet.TWD97_EASTING, FormSet.TWD97_NORTHING}) {
            accepted |= looksLike(form) && hints.coordinate(form) ? form : 0;
        }
        return filled > 0 && dates.areRocYears() ? accepted | FormSet.ROC_YEAR : accepted;
    }

    private boolean isBorneOut(long form, long count) {
        boolean nearlyAll = count * 20 >= filled * 19;
        boolean several = distinct() >= PROOF;
        if (form == FormSet.BUSINESS_NUMBER) {
            return hints.business() || (count * 10 >= filled * 9 && distinct() >= 5 && tally.kind(Kind.COMPACT_DAY) * 2 < filled);
        }
        if (form == FormSet.COUNTY_CODE || form == FormSet.TOWNSHIP_CODE) {
            return nearlyAll && (several || hints.area());
        }
        if (form == FormSet.NATIONAL_ID || form == FormSet.RESIDENT_ID) {
            // One of ten codes of that shape has a right check digit by chance.
            return tally.form(FormSet.NATIONAL_ID) + tally.form(FormSet.RESIDENT_ID) >= tally.form(FormSet.UNLIKE_ID);
        }
        if (form == FormSet.POSTCODE) {
            return hints.postcode() && count * 5 >= filled * 4;
        }
        if (form == FormSet.CARD_NUMBER) {
            return hints.card() || tally.form(FormSet.UNLIKE_CARD) * 9 <= count;
        }
        if (form == FormSet.ROC_MONTH) {
            return dates.areAll() || (hints.date() && tally.kind(Kind.SLASHED_MONTH) == count);
        }
        if (form == FormSet.ROC_COMPACT_DATE) {
            return dates.areAll() || (nearlyAll && several) || tally.group(Kind.DATES) > 0;
        }
        if (form == FormSet.WESTERN_DATE) {
            // Eight digits count only where the column is dates; with signs between them they are dates anywhere.
            return tally.kind(Kind.COMPACT_DAY) == 0 || dates.areAll() || tally.kind(Kind.COMPACT_DAY) * 2 > filled;
        }
        return true;
    }

    /// Whether nearly all values would lie in Taiwan as coordinates of this form.
    boolean looksLike(long form) {
        return filled > 0 && tally.form(form) * 5 >= filled * 4;
    }

    /// Whether nearly all values are days, in digits or spelled.
    boolean looksLikeDays() {
        return (tally.kind(Kind.COMPACT_DAY) + tally.group(Kind.DATES)) * 10 >= filled * 9;
    }

    /// How many values take a form, whether or not the column bears it out.
    long count(long form) {
        return tally.form(form);
    }

    long filled() {
        return filled;
    }

    String name() {
        return name;
    }

    boolean isNamed(long form) {
        return hints.coordinate(form);
    }

    /// Whether values have so many digits behind the point as coordinates in degrees have.
    boolean isPrecise() {
        return column.extremes.mostDecimals() >= 3;
    }

    /// Accepts coordinates that a partner column confirms.
    void accept(long form) {
        forms |= form;
    }

    boolean has(long form) {
        return (forms & form) != 0;
    }

    /// Counts the values that stand out among the others of the column.
    void describe(AnomalyCounter anomalies) {
        minority(anomalies, Kind.NUMBERS, Kind.IMPOSSIBLE_DIGITS);
        minority(anomalies, Kind.DATES, Kind.IMPOSSIBLE);
        minority(anomalies, Kind.TRUTHS, Kind.TRUTHS);
        lost(anomalies);
        long impossible = tally.group(Kind.IMPOSSIBLE);
        if (impossible > 0 && (impossible < filled || hints.date())) {
            anomalies.add(AnomalyCode.IMPOSSIBLE_DATE, impossible, tally.places(Kind.IMPOSSIBLE));
        }
        long digits = tally.group(Kind.IMPOSSIBLE_DIGITS);
        boolean days = tally.kind(Kind.COMPACT_DAY) * 10 >= (filled - digits) * 9 && tally.kind(Kind.COMPACT_DAY) > digits;
        if (digits > 0 && days && (hints.date() || filled >= ENOUGH)) {
            anomalies.add(AnomalyCode.IMPOSSIBLE_DATE, digits, tally.places(Kind.IMPOSSIBLE_DIGITS));
        }
    }

    /// Question marks between Chinese characters are lost ones where nobody asks a question, and they are few.
    private void lost(AnomalyCounter anomalies) {
        long sure = tally.form(FormSet.LOST);
        if (sure > 0 && tally.form(FormSet.ASKS) == 0 && sure * 10 <= Math.max(filled, 20)) {
            anomalies.add(
                    AnomalyCode.LOST_CHARACTER, sure + tally.form(FormSet.PERHAPS_LOST), tally.formPlaces(FormSet.LOST));
        }
        long blanked = tally.form(FormSet.ONLY_LOST);
        if (blanked > 0 && blanked * 2 <= filled && column.values.isMostlyHan()) {
            anomalies.add(AnomalyCode.LOST_CHARACTER, blanked, tally.formPlaces(FormSet.ONLY_LOST));
        }
    }

    /// Nearly all values are of one group: the rest are oddities, where there are enough to tell.
    private void minority(AnomalyCounter anomalies, int group, int alike) {
        long most = tally.group(group) + (alike == group ? 0 : tally.group(alike));
        // Codes of which some begin with a zero are of one type.
        boolean codes = group == Kind.NUMBERS && (hints.code() || tally.form(FormSet.LEADING_ZERO) > 0);
        if (filled < ENOUGH || most == filled || most * 10 < filled * 9 || codes) {
            return;
        }
        for (int other = 0; other < Kind.IMPOSSIBLE; other++) {
            if (other != group && tally.group(other) > 0) {
                anomalies.add(AnomalyCode.MIXED_TYPE, tally.group(other), tally.places(other));
            }
        }
    }

    ColumnProfile profile(Optional<String> group, Optional<String> unit) {
        long none = sentinels.stream().mapToLong(each -> each.count).sum();
        return new ColumnProfile(
                name,
                group,
                unit,
                type,
                filled,
                column.missing() + none,
                sentinels.stream()
                        .map(each -> new ValueCount(each.value, each.count))
                        .sorted(Comparator.comparingLong(ValueCount::count).reversed())
                        .toList(),
                distinct(),
                column.values.isExact() ? Optional.empty() : Optional.of(HyperLogLog.ERROR),
                unique(),
                least().map(this::masked),
                greatest().map(this::masked),
                days(),
                column.longest(),
                top(),
                formCounts());
    }

    private Optional<Boolean> unique() {
        if (filled == 0 || answers.stream().anyMatch(each -> each.count > 1)) {
            return filled == 0 ? Optional.empty() : Optional.of(false);
        }
        return switch (column.values.isUnique()) {
            case YES -> column.isKnownUnique() ? Optional.of(true) : Optional.empty();
            case NO -> Optional.of(false);
            case UNKNOWN -> Optional.empty();
        };
    }

    private String masked(String value) {
        var masked = PersonalData.masked(value, has(FormSet.MOBILE_NUMBER) ? FormSet.PERHAPS_MOBILE : 0);
        return PersonalData.shown(hints.person() ? PersonalData.maskedName(masked) : masked);
    }

    private Optional<String> least() {
        return switch (type) {
            case EMPTY -> Optional.empty();
            case INTEGER, DECIMAL -> column.extremes.leastNumberText();
            case DATE, DATE_TIME -> dates.areYears() ? column.extremes.leastNumberText() : column.extremes.earliest();
            case BOOLEAN, TEXT -> column.extremes.least();
        };
    }

    private Optional<String> greatest() {
        return switch (type) {
            case EMPTY -> Optional.empty();
            case INTEGER, DECIMAL -> column.extremes.greatestNumberText();
            case DATE, DATE_TIME -> dates.areYears() ? column.extremes.greatestNumberText() : column.extremes.latest();
            case BOOLEAN, TEXT -> column.extremes.greatest();
        };
    }

    private Optional<DayRange> days() {
        return type == ColumnType.DATE || type == ColumnType.DATE_TIME ? Optional.of(dates.range()) : Optional.empty();
    }

    private List<ValueCount> top() {
        return Stream.concat(
                        column.values.top(TOP).stream(),
                        answers.stream().map(each -> new ValueCount(each.value, each.count)))
                .sorted(Comparator.comparingLong(ValueCount::count).reversed())
                .limit(TOP)
                .map(value -> new ValueCount(masked(value.value()), value.count()))
                .toList();
    }

    private List<FormCount> formCounts() {
        var counts = new ArrayList<FormCount>();
        for (int i = 0; i < FormSet.SIZE; i++) {
            long form = 1L << i;
            if (!has(form)) {
                continue;
            }
            long count = tally.form(form);
            var samples = tally.formPlaces(form);
            if (form == FormSet.MOBILE_NUMBER && hints.telephone()) {
                count += tally.form(FormSet.PERHAPS_MOBILE);
                samples = samples.isEmpty() ? tally.formPlaces(FormSet.PERHAPS_MOBILE) : samples;
            } else if (form == FormSet.ROC_YEAR && dates.areYears()) {
                count = filled;
            }
            counts.add(new FormCount(FormSet.at(i), count, samples));
        }
        return counts;
    }
}
