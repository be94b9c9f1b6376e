package tw.touchstone.quality.rules.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Fixtures;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.rules.reading.StandingLink;

class LinkableRuleTest {

    private final LinkableRule rule = new LinkableRule();

    @Test
    void passesWhatAnswers() {
        assertThat(rule.evaluate(new StandingLink(Fixtures.answered(), Fixtures.NOW))).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void failsWhatIsGoneAndSaysWhatWasAnswered() {
        var finding = new Finding(
                LangText.of(
                        "https://data.example/1.csv 回應 HTTP 404（status-404）",
                        "https://data.example/1.csv answered HTTP 404 (status-404)"),
                LangText.of("連結可以開啟", "an address that answers"));
        assertThat(rule.evaluate(new StandingLink(Fixtures.dead(), Fixtures.NOW)))
                .isEqualTo(new Outcome.Failed(
                        new Evidence(1, 1, finding, List.of(new Place(0, 0, -1, "https://data.example/1.csv")))));
    }

    @Test
    void concludesNothingFromAHostThatDoesNotAnswer() {
        assertThat(rule.evaluate(new StandingLink(Fixtures.undecided(), Fixtures.NOW)))
                .isEqualTo(new Outcome.NotMeasured(
                        Outcome.Cause.UNDECIDED,
                        LangText.of(
                                "https://data.example/1.csv 沒有回應（timeout）",
                                "https://data.example/1.csv did not answer (timeout)")));
    }
}
