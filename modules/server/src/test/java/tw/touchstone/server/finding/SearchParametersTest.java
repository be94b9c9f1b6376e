package tw.touchstone.server.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import tw.touchstone.model.LangText;
import tw.touchstone.search.Facet;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.SearchQuery.Sort;

class SearchParametersTest {

    @Test
    void readsEveryParameter() {
        var asked = read("?q=公車&format=csv&format=json&label=gold&from=2026-01-01&to=2026-01-31&sort=newest&size=50&after=x");

        assertThat(asked.query(LangText.EN))
                .isEqualTo(SearchQuery.of("公車")
                        .filters(Map.of(Facet.FORMAT, Set.of("csv", "json"), Facet.LABEL, Set.of("gold")))
                        .modified(Optional.of(LocalDate.of(2026, 1, 1)), Optional.of(LocalDate.of(2026, 1, 31)))
                        .sort(Sort.NEWEST)
                        .size(50)
                        .after(Optional.of("x"))
                        .language(LangText.EN)
                        .grouped(true));
    }

    @Test
    void leavesOutWhatMakesNoSense() {
        var asked = read("?q=a&from=yesterday&to=2026-02-30&sort=colour&size=many&format=");

        assertThat(asked.query(LangText.ZH)).isEqualTo(SearchQuery.of("a").grouped(true));
        assertThat(asked.fromWrong()).isTrue();
        assertThat(asked.toWrong()).isTrue();
    }

    @Test
    void keepsTheSizeWithinWhatCanBeAnswered() {
        assertThat(read("?size=0").size()).isEqualTo(1);
        assertThat(read("?size=9999").size()).isEqualTo(SearchQuery.MAX_SIZE);
    }

    @Test
    void writesTheAddressItWasReadFrom() {
        var asked = read("?q=a%20%26%20b%2Bc&agency=moda&format=csv&from=2026-01-01&sort=title&size=50&after=%2B%2F%3D");

        assertThat(read(asked.url().substring("/datasets".length()))).isEqualTo(asked);
    }

    @Test
    void togglesAValueAndGoesBackToTheFirstPage() {
        var asked = read("?q=a&format=csv&after=x");

        assertThat(asked.toggled(Facet.FORMAT, "json").url()).isEqualTo("/datasets?q=a&format=csv&format=json");
        assertThat(asked.toggled(Facet.FORMAT, "csv").url()).isEqualTo("/datasets?q=a");
    }

    private static SearchParameters read(String query) {
        var components = UriComponentsBuilder.fromUriString(query).build();
        var parameters = new LinkedMultiValueMap<String, String>();
        components.getQueryParams().forEach((name, values) -> values.forEach(value -> parameters.add(
                name,
                value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8))));
        return SearchParameters.read(parameters);
    }
}
