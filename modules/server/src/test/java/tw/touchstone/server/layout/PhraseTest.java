package tw.touchstone.server.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tw.touchstone.model.LangText;

class PhraseTest {

    private static final LangText BOTH = LangText.of("空氣品質", "Air quality");

    @Test
    void needsNoTagInTheReadersLanguage() {
        assertThat(Phrase.of(BOTH, LangText.EN)).isEqualTo(new Phrase("Air quality", ""));
    }

    @Test
    void tagsATextInAnotherLanguage() {
        assertThat(Phrase.of(LangText.zh("空氣品質"), LangText.EN)).isEqualTo(new Phrase("空氣品質", LangText.ZH));
    }

    @Test
    void isNothingWhereThereIsNoText() {
        assertThat(Phrase.of(LangText.NONE, LangText.ZH)).isEqualTo(Phrase.NONE);
        assertThat(Phrase.in(LangText.zh("空氣品質"), LangText.EN)).isEqualTo(Phrase.NONE);
    }
}
