package tw.touchstone.quality.rules.ready;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;

/// The period is one that can be: in order, of our calendar and not far in the future. (AIR-14)
final class PeriodRule implements QualityRule<StatedPeriod> {

    /// Years below are years of the Republic that were written as Western ones.
    private static final int FIRST_YEAR = 1000;
    private static final LangText EXPECTED = LangText.of(
            "起不晚於訖、西元年、不超過一年後的時間範圍",
            "a period in order, in Western years, that ends at most a year from now");

    @Override
    public Metric metric() {
        return Metric.AIR_14;
    }

    @Override
    public Outcome evaluate(StatedPeriod fact) {
        var period = fact.period().orElse(new Period(Optional.empty(), Optional.empty()));
        boolean stated = period.start().isPresent() || period.end().isPresent();
        boolean ordered = period.start().flatMap(start -> period.end().map(end -> !start.isAfter(end))).orElse(true);
        boolean western = Stream.of(period.start(), period.end())
                .flatMap(Optional::stream)
                .allMatch(day -> day.getYear() >= FIRST_YEAR);
        var seen = stated
                ? LangText.of(
                        period.start().map(LocalDate::toString).orElse("…") + " – " + period.end().map(LocalDate::toString).orElse("…"),
                        period.start().map(LocalDate::toString).orElse("…") + " – " + period.end().map(LocalDate::toString).orElse("…"))
                : LangText.of("沒有填寫時間範圍", "no period is stated");
        return Wording.judged(stated && ordered && western && !fact.isTooFarAhead(), seen, EXPECTED);
    }
}
