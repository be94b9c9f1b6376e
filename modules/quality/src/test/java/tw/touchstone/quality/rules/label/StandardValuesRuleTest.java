package tw.touchstone.quality.rules.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.LangText;
import tw.touchstone.model.StandardField;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Fixtures;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Standards;

class StandardValuesRuleTest {

    private static final StandardField CURRENCY =
            new StandardField("currency", "finance", LangText.of("幣別", "Currency"), List.of(), Optional.of("[A-Z]{3}"), List.of(), "ISO 4217");
    private static final StandardField NAME =
            new StandardField("agency-name", "common", LangText.of("機關名稱", "Agency"), List.of(), Optional.empty(), List.of(), "ours");

    private final StandardValuesRule rule = new StandardValuesRule();

    @Test
    void nameAndValuesMustBothFit() {
        assertThat(evaluate(Fixtures.filled(22, 22))).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(Fixtures.filled(0, 22))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void theShareIsReachedAtTheThreshold() {
        // 0.5 of 22 values: eleven reach it, ten do not.
        assertThat(evaluate(Fixtures.filled(11, 22))).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(Fixtures.filled(10, 22)))
                .isEqualTo(new Outcome.Failed(new Evidence(
                        1,
                        1,
                        new Finding(
                                LangText.of(
                                        "縣市代碼（22 個值中 10 個符合標準）", "縣市代碼 (10 of 22 values look as the standard says)"),
                                LangText.of(
                                        "至少 1 個資料標準欄位，名稱與內容皆符，且內容有變化",
                                        "at least 1 field(s) of a data standard by name and by value, whose values vary")),
                        List.of(new Place(1, 1, -1, "縣市代碼")))));
    }

    @Test
    void aConstantColumnWasPastedOn() {
        assertThat(evaluate(Fixtures.filled(22, 2))).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(Fixtures.filled(22, 1)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.evidence().finding().seen().best(LangText.EN))
                                .isEqualTo("縣市代碼 (one value in all rows)"));
    }

    @Test
    void withoutAFormThePatternIsAskedOfTheMostFrequentValues() {
        assertThat(evaluate(Fixtures.table(List.of(Fixtures.column("幣別", ColumnType.TEXT, 2, List.of())))))
                .as("its only kept value is x")
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aFieldOfWhichNothingIsKnownCannotHold() {
        assertThat(evaluate(Fixtures.table(List.of(Fixtures.column("機關名稱", ColumnType.TEXT, 20, List.of())))))
                .isInstanceOf(Outcome.Failed.class);
    }

    private Outcome evaluate(ByteFacts bytes) {
        var standards = new Standards(List.of(Fixtures.COUNTY_CODE, CURRENCY, NAME));
        return rule.evaluate(
                new StandardColumns(StandardColumns.named(bytes, standards), 1, new BigDecimal("0.5"), true, Optional.empty()));
    }
}
