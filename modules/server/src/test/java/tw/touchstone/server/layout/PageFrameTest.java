package tw.touchstone.server.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageFrameTest {

    private static final Reader NOBODY = new Reader(Optional::empty);

    @Test
    void leadsToTheSamePageInTheOtherLanguage() {
        assertThat(other("/datasets", "q=a%26b&lang=zh&format=csv")).isEqualTo("/datasets?q=a%26b&format=csv&lang=en");
        assertThat(other("/", "")).isEqualTo("/?lang=en");
        assertThat(other("/datasets/1", "notice=registered")).isEqualTo("/datasets/1?lang=en");
    }

    @Test
    void neverLeadsToAnotherHost() {
        assertThat(other("//evil.example/", "")).isEqualTo("/evil.example/?lang=en");
    }

    @Test
    void knowsItsSection() {
        assertThat(PageFrame.of(Locale.ENGLISH, "/datasets/1", "", NOBODY).section()).isEqualTo("datasets");
        assertThat(PageFrame.of(Locale.ENGLISH, "/", "", NOBODY).section()).isEmpty();
    }

    private static String other(String path, String query) {
        return PageFrame.of(Language.CHINESE, path, query, NOBODY).otherLangUrl();
    }
}
