package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What may have been meant, and what is suggested while somebody types.
class CorrectionsIT {

    @TempDir
    Path directory;

    private CatalogSearch search;

    @BeforeEach
    void fill() {
        search = CatalogSearch.open(directory, Synonyms.NONE);
        search.apply(
                Entries.puts(List.of(
                        Entries.by(Entries.titled("air", "臺北市空氣品質監測站"), "moenv", "環境部", List.of("環保署")),
                        Entries.titled("air2", "空氣品質小時值"),
                        Entries.described(Entries.titled("bus", "公車站牌位置"), "", List.of(), List.of("站名", "統一編號", "station_name")),
                        Entries.titled("water", "Water quality monitoring"),
                        Entries.titled("jan", "花蓮縣110年1月人口統計"),
                        Entries.titled("feb", "花蓮縣110年2月人口統計"))),
                1);
    }

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void oneWrongSwappedOrSurplusCharacterIsCorrectedAsTitlesWriteIt() {
        assertThat(meant("空汽品質")).hasValue("空氣品質");
        assertThat(meant("空氣質品")).hasValue("空氣品質");
        assertThat(meant("恐氣品質")).hasValue("空氣品質");
        assertThat(meant("空氣品值 監測")).hasValue("空氣品質 監測");
        assertThat(meant("空氣氣品質")).hasValue("空氣品質");
        assertThat(meant("台北市空汽品質")).hasValue("臺北市空氣品質");
        assertThat(meant("公車佔牌")).hasValue("公車站牌");
        assertThat(meant("waetr")).hasValue("Water");
        assertThat(meant("water qualtiy")).hasValue("water quality");
    }

    @Test
    void nothingIsCorrectedWhereSomethingIsFoundOrNothingIsNear() {
        for (var text : List.of("空氣品質", "", "完全沒有", "\"空汽品質\"", "zzzz", "?!", "汽", "title:")) {
            assertThat(meant(text)).as(text).isEmpty();
        }
    }

    @Test
    void beginningsAndMiddlesAreSuggested() {
        assertThat(search.suggest("空氣"))
                .containsExactlyInAnyOrder(title("空氣品質小時值", 1), title("臺北市空氣品質監測站", 1));
        assertThat(search.suggest("空氣").getFirst()).isEqualTo(title("空氣品質小時值", 1));
        assertThat(search.suggest("台北市")).containsExactly(title("臺北市空氣品質監測站", 1));
        assertThat(search.suggest("环保")).containsExactly(new Suggestion(Suggestion.Kind.AGENCY, "環保署", "moenv", 1));
        assertThat(search.suggest("統一")).containsExactly(new Suggestion(Suggestion.Kind.COLUMN, "統一編號", "", 1));
        assertThat(search.suggest("qual")).containsExactly(title("Water quality monitoring", 1));
        assertThat(search.suggest("人口")).hasSize(1).first().extracting(Suggestion::datasets).isEqualTo(2L);
    }

    @Test
    void anyTextIsAnswered() {
        for (var text : List.of("", " ", "?!", "\uD800", "水".repeat(10_000), "a ".repeat(1_000), "\u0000", "*", "\u202E空氣")) {
            assertThat(search.suggest(text)).as(text).hasSizeLessThanOrEqualTo(15);
        }
    }

    private Optional<String> meant(String text) {
        return Entries.result(search.search(SearchQuery.of(text))).meant();
    }

    private static Suggestion title(String text, long datasets) {
        return new Suggestion(Suggestion.Kind.TITLE, text, "", datasets);
    }
}
