package tw.touchstone.quality.rules.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Fixtures;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Standards;

class StandardFieldsRuleTest {

    private final StandardFieldsRule rule = new StandardFieldsRule();

    @Test
    void findsAFieldByNameInEitherLanguageOrBySynonym() {
        for (var name : List.of("縣市代碼", "County code", "縣市別代碼", " 縣市代碼　")) {
            assertThat(evaluate(1, "人口數", name)).as(name).isInstanceOf(Outcome.Passed.class);
        }
    }

    @Test
    void failsBelowTheMinimumAndPassesAtIt() {
        assertThat(evaluate(1, "縣市代碼")).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(2, "縣市代碼")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void twoNamesOfOneFieldAreOneField() {
        assertThat(evaluate(2, "縣市代碼", "縣市別代碼")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void saysHowManyColumnsMatched() {
        assertThat(evaluate(1, "地方", "人口數"))
                .isEqualTo(new Outcome.Failed(new Evidence(
                        2,
                        1,
                        new Finding(
                                LangText.of("2 個欄位中有 0 個是資料標準欄位", "0 of 2 columns are fields of a data standard"),
                                LangText.of("至少 1 個資料標準欄位", "at least 1 field(s) of a data standard")),
                        List.of(new Place(1, 0, -1, "地方,人口數")))));
    }

    private Outcome evaluate(int minimum, String... header) {
        var standards = new Standards(List.of(Fixtures.COUNTY_CODE));
        return rule.evaluate(new NamedColumns(Fixtures.table(TextEncoding.UTF_8, header), standards, minimum));
    }
}
