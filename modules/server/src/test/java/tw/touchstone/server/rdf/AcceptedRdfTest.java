package tw.touchstone.server.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.vocabulary.profile.RdfSyntax;

class AcceptedRdfTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "text/turtle                                         | TURTLE",
        "application/ld+json;profile=\"x\"                   | JSON_LD",
        "application/rdf+xml, text/turtle                    | TURTLE",
        "application/rdf+xml, text/turtle;q=0.9              | RDF_XML",
        "text/html;q=0.8, application/ld+json                | JSON_LD",
        "application/n-triples, */*;q=0.5                    | N_TRIPLES",
        "text/html;q=0, */*                                  | TURTLE",
        "application/*                                       | JSON_LD",
    })
    void prefersWhatTheClientPrefers(String accept, RdfSyntax syntax) {
        assertThat(AcceptedRdf.of(accept)).contains(syntax);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "*/*",
        "text/*",
        "text/html, text/turtle",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "image/png",
        "text/turtle;q=0",
        "nonsense",
        "text/turtle;q=x",
    })
    void leavesThePageToWhoTakesItAsGladly(String accept) {
        assertThat(AcceptedRdf.of(accept)).isEmpty();
    }
}
