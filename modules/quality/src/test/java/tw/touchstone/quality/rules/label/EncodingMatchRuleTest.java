package tw.touchstone.quality.rules.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Contradiction;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;
import tw.touchstone.quality.Fixtures;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.rules.reading.Obtained;

class EncodingMatchRuleTest {

    private final EncodingMatchRule rule = new EncodingMatchRule();

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF_8", "utf8, ASCII", "BIG5, BIG5", "BIG5, BIG5_HKSCS", "BIG5, CP950", "MS950, CP950", "MS950, BIG5", "hkscs, CP950", "BIG5, ASCII", "cp950, BIG5", "hkscs, BIG5",
        "'', UTF_8", "' ', ASCII", "UTF-16, UTF_16LE", "其他, GB18030", "其他, UTF_16BE", "其他, ASCII"
    })
    void passes(String declared, TextEncoding found) {
        assertThat(evaluate(declared, found)).isInstanceOf(Outcome.Passed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, BIG5", "BIG5, UTF_8", "'', BIG5", "'', UNKNOWN", "UTF-8, UNKNOWN", "UTF-16, ASCII", "其他, UTF_8",
        "其他, BIG5", "其他, CP950", "UTF-8, CP950", "其他, UNKNOWN", "ASCII, UTF_8", "klingon, UTF_8", "BIG5, GB18030"
    })
    void fails(String declared, TextEncoding found) {
        assertThat(evaluate(declared, found)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void withoutADeclarationUtf8IsExpected() {
        var undeclared =
                Fixtures.distribution(1).with().encoding(Optional.empty()).build();
        assertThat(rule.evaluate(new Obtained(undeclared, Fixtures.csv()))).isInstanceOf(Outcome.Passed.class);
        assertThat(rule.evaluate(new Obtained(undeclared, Fixtures.table(TextEncoding.BIG5, "a"))))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void namesTheFirstBytesThatContradictWhatWasDeclared() {
        var latin = new Place(1, 3, 2, "e9");
        var utf8 = new Place(2, 1, 9, "a4 a4");
        var text = new TextFacts(
                TextEncoding.BIG5,
                false,
                List.of(),
                List.of(new Contradiction(TextEncoding.UTF_8, utf8), new Contradiction(TextEncoding.LATIN_1, latin)));
        var bytes = Fixtures.bytes(FileFormat.CSV, Optional.of(text), Fixtures.csv().content());

        assertThat(places("UTF-8", bytes)).containsExactly(utf8);
        assertThat(places("", bytes)).containsExactly(utf8);
        assertThat(places("ISO-8859-1", bytes)).containsExactly(latin);
        assertThat(places("klingon", bytes)).isEmpty();
    }

    private List<Place> places(String declared, ByteFacts bytes) {
        var distribution =
                Fixtures.distribution(1).with().encoding(Optional.of(declared)).build();
        return ((Outcome.Failed) rule.evaluate(new Obtained(distribution, bytes))).evidence().samples();
    }

    @Test
    void asksNothingOfBinaryFormats() {
        var workbook = Fixtures.bytes(FileFormat.XLSX, Optional.empty(), new Content.Opaque());
        assertThat(rule.evaluate(new Obtained(Fixtures.distribution(1), workbook)))
                .isInstanceOf(Outcome.NotApplicable.class);
    }

    private Outcome evaluate(String declared, TextEncoding found) {
        var distribution =
                Fixtures.distribution(1).with().encoding(Optional.of(declared)).build();
        return rule.evaluate(new Obtained(distribution, Fixtures.table(found, "a")));
    }
}
