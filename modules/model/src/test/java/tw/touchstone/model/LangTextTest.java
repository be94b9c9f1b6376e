package tw.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LangTextTest {

    private static final LangText BOTH = LangText.of("空氣品質", "Air quality");

    @Test
    void isTrimmedAndHasNoBlankTexts() {
        assertThat(LangText.of(" 空氣品質\t", "Air quality ")).isEqualTo(BOTH);
        assertThat(LangText.of("空氣品質", " ")).isEqualTo(LangText.zh("空氣品質"));
        assertThat(LangText.of("\u3000", "Air quality")).isEqualTo(LangText.of(Map.of("en", "Air quality")));
        assertThat(LangText.of("", "")).isEqualTo(LangText.NONE);
        assertThat(LangText.zh(" ").isEmpty()).isTrue();
        assertThat(LangText.of(Map.of("en", " ", "ja", " 大気質 ", "zh-Hant-TW", "")).byLanguage())
                .isEqualTo(Map.of("ja", "大気質"));
    }

    @Test
    void standsInTheOrderOfItsTagsHoweverItWasGiven() {
        var backwards = new TreeMap<String, String>(Comparator.reverseOrder());
        backwards.putAll(Map.of("zh-Hant-TW", "空氣品質", "en", "Air quality", "ja", "大気質"));

        var texts = new LangText(backwards).byLanguage();

        assertThat(texts.keySet()).containsExactly("en", "ja", "zh-Hant-TW");
        assertThat(texts.firstKey()).isEqualTo("en");
        assertThat(texts.lastKey()).isEqualTo("zh-Hant-TW");
        assertThat(texts.headMap("ja")).isEqualTo(Map.of("en", "Air quality"));
        assertThat(texts.tailMap("ja").keySet()).containsExactly("ja", "zh-Hant-TW");
        assertThat(texts.subMap("en", "zh").keySet()).containsExactly("en", "ja");
    }

    @Test
    void isTheMapThatAnyOtherWouldBe() {
        var texts = BOTH.byLanguage();
        var same = new TreeMap<>(Map.of("en", "Air quality", "zh-Hant-TW", "空氣品質"));

        assertThat(texts).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(same).isEqualTo(texts);
        assertThat(texts).isNotEqualTo(LangText.zh("空氣品質").byLanguage());
        assertThat(texts.get("ja")).isNull();
        assertThat(texts.containsKey("en")).isTrue();
        assertThat(List.copyOf(texts.values())).containsExactly("Air quality", "空氣品質");
    }

    @Test
    void cannotBeChanged() {
        var texts = BOTH.byLanguage();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> texts.put("ja", "大気質"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> texts.remove("en"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> texts.entrySet().iterator().next().setValue(""));
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> LangText.NONE.byLanguage().firstKey());
    }
}
