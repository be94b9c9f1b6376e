package tw.touchstone.quality.rules.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.quality.Fixtures;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.rules.reading.Obtained;

class DownloadableRuleTest {

    private final DownloadableRule rule = new DownloadableRule();

    @Test
    void passesAFileAndFailsAPageInItsPlace() {
        assertThat(evaluate(Fixtures.csv(), FileFormat.CSV)).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(Fixtures.page(), FileFormat.CSV)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aPageIsTheDataWhereAPageIsDeclared() {
        assertThat(evaluate(Fixtures.page(), FileFormat.HTML)).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void theDescriptionOfAnInterfaceIsTheDataOnlyWhereAnInterfaceIsDeclared() {
        var openApi = Fixtures.bytes(FileFormat.API, Optional.empty(), new Content.Opaque());
        assertThat(evaluate(openApi, FileFormat.JSON)).isInstanceOf(Outcome.Failed.class);
        assertThat(evaluate(openApi, FileFormat.API)).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void nothingIsNoData() {
        var nothing = Fixtures.bytes(FileFormat.UNKNOWN, Optional.empty(), new Content.Empty());
        assertThat(evaluate(nothing, FileFormat.CSV)).isInstanceOf(Outcome.Failed.class);
    }

    private Outcome evaluate(ByteFacts bytes, FileFormat declared) {
        return rule.evaluate(new Obtained(
                Fixtures.distribution(1).with().format(Optional.of(declared)).build(), bytes));
    }
}
