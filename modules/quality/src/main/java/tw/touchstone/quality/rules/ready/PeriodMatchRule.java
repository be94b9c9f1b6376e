package tw.touchstone.quality.rules.ready;

import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.model.fact.DayRange;
import tw.touchstone.quality.FieldName;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// The dates in the data lie in the stated period and fill most of it. (AIR-15)
///
/// Whether the question is asked hangs on what is declared before it hangs on what can be read, so that a fault that hides
/// the dates cannot take the question away.
final class PeriodMatchRule implements QualityRule<Opened> {

    private static final LangText EXPECTED = LangText.of(
            "一個日期欄位全部落在時間範圍內，並涵蓋其八成",
            "a column of dates that lies in the stated period and covers 80 % of it");

    private static final Set<FieldType> TYPED =
            EnumSet.of(FieldType.DATE, FieldType.DATE_TIME, FieldType.YEAR, FieldType.YEAR_MONTH);
    private static final Pattern NAMED = Pattern.compile(
            ".*(?:日期|年月日|年月|年度|年份|Date|Year)|(?:.*[_ -])?(?:date|year|DATE|YEAR)");

    @Override
    public Metric metric() {
        return Metric.AIR_15;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        var unreadable = opened.unreadable(EXPECTED);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        var period = opened.question().dataset().temporal().filter(each -> each.start().isPresent());
        if (period.isEmpty()) {
            return Wording.judged(false, LangText.of("沒有填寫時間範圍", "no period is stated"), EXPECTED);
        }
        var dated = opened.columns().stream().filter(column -> column.dates().isPresent()).toList();
        if (dated.isEmpty()) {
            return unseen(opened);
        }
        var fitting = dated.stream().filter(column -> fits(column.dates().orElseThrow(), period.get())).findFirst();
        var shown = fitting.orElse(dated.getFirst());
        var range = shown.dates().orElseThrow();
        var words = Texts.shortened(shown.name()) + "：" + range.first() + " – " + range.last();
        return Wording.judged(
                fitting.isPresent(), LangText.of(words, words), EXPECTED, opened.headers(List.of(shown.name())));
    }

    /// The outcome where no column has dates. One that is named or declared as dates was meant to: something hides it.
    private static Outcome unseen(Opened opened) {
        var meant = opened.knownNames().filter(name -> isMeant(opened, name)).toList();
        return meant.isEmpty()
                ? new NotApplicable(LangText.of("沒有日期欄位", "no column has dates"))
                : Wording.judged(
                        false,
                        Texts.around("讀不出日期：", "no dates can be read in: ", Texts.names(meant), "", ""),
                        EXPECTED,
                        opened.headers(meant));
    }

    private static boolean isMeant(Opened opened, String name) {
        return NAMED.matcher(FieldName.withoutBrackets(FieldName.fold(name))).matches()
                || opened.declared(name).flatMap(FieldDescription::type).filter(TYPED::contains).isPresent();
    }

    private static boolean fits(DayRange dates, Period period) {
        var start = period.start().orElseThrow();
        var end = period.end();
        if (dates.first().isBefore(start) || end.filter(dates.last()::isAfter).isPresent()) {
            return false;
        }
        if (end.isEmpty()) {
            return true;
        }
        long stated = ChronoUnit.DAYS.between(start, end.get()) + 1;
        long seen = ChronoUnit.DAYS.between(dates.first(), dates.last()) + 1;
        return seen * 5 >= stated * 4;
    }
}
