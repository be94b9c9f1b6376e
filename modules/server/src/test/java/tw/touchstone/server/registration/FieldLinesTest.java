package tw.touchstone.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.vocabulary.NationalTerms;
import tw.touchstone.vocabulary.Vocabularies;

class FieldLinesTest {

    private final NationalTerms terms = Vocabularies.load().nationalTerms();

    @Test
    void readsOneFieldPerLine() {
        assertThat(FieldLines.read("站名: 公車站的名稱\n經度：東經\r\n\n緯度\n", terms))
                .containsExactly(
                        described("站名", "公車站的名稱"), described("經度", "東經"), FieldDescription.named("緯度"));
    }

    @Test
    void readsTheNotationOfTheNationalPortal() {
        assertThat(FieldLines.read("站名、經度(東經)、緯度", terms))
                .containsExactly(
                        FieldDescription.named("站名"), described("經度", "東經"), FieldDescription.named("緯度"));
    }

    @Test
    void takesAColonWithoutABlankForPartOfTheName() {
        assertThat(FieldLines.read("geo:lat", terms)).containsExactly(FieldDescription.named("geo:lat"));
    }

    @Test
    void readsBackWhatItWrites() {
        var fields = List.of(described("站名", "公車站: 名稱"), FieldDescription.named("geo:lat"));

        assertThat(FieldLines.read(FieldLines.write(fields), terms)).isEqualTo(fields);
    }

    private static FieldDescription described(String name, String description) {
        return new FieldDescription(name, Optional.of(description));
    }
}
