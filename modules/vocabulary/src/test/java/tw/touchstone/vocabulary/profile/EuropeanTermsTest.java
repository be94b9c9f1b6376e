package tw.touchstone.vocabulary.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;

class EuropeanTermsTest {

    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final EuropeanTerms TERMS = EuropeanTerms.load();

    @Test
    void aThemeGetsThatOfTheOneAboveItBesideIt() {
        assertThat(said(exported("atmosphere", "P1M"), Terms.DCAT_THEME))
                .containsExactly(EU + "data-theme/ENVI", Terms.SCHEMES + "theme/atmosphere");
    }

    @Test
    void whatWasAddedBesideAThemeIsTakenOutAgainAndTheOrderWithIt() {
        var id = new DatasetId("1");
        var themes = List.of("transport", "atmosphere", "weather").stream()
                .map(each -> URI.create(Terms.SCHEMES + "theme/" + each))
                .toList();
        var dataset = Dataset.of(id, new SourceRef(SourceRef.NATIONAL, "1"), LangText.zh("甲")).themes(themes).build();
        var graph = TERMS.addTo(DatasetRdf.write(dataset, Iris.LOCAL));
        assertThat(DatasetRdf.read(graph, id, Iris.LOCAL).themes()).hasSizeGreaterThan(3);
        assertThat(DatasetRdf.read(TERMS.takeOutOf(graph), id, Iris.LOCAL)).isEqualTo(dataset);
    }

    @Test
    void aFrequencyIsReplacedAndReadBackAsWhatItWas() {
        var graph = exported("atmosphere", "P1M");
        assertThat(said(graph, Terms.DCT_ACCRUAL_PERIODICITY)).containsExactly(EU + "frequency/MONTHLY");
        assertThat(DatasetRdf.read(graph, new DatasetId("1"), Iris.LOCAL).frequency()).isEqualTo(Frequency.parse("P1M"));
    }

    @Test
    void aFrequencyThatTheEuropeanListLacksStaysOurs() {
        assertThat(said(exported("atmosphere", "P3D"), Terms.DCT_ACCRUAL_PERIODICITY))
                .containsExactly(Terms.SCHEMES + "frequency/P3D");
    }

    private static Graph exported(String theme, String frequency) {
        var id = new DatasetId("1");
        return TERMS.addTo(DatasetRdf.write(
                Dataset.of(id, new SourceRef(SourceRef.NATIONAL, "1"), LangText.zh("甲"))
                        .themes(List.of(URI.create(Terms.SCHEMES + "theme/" + theme)))
                        .frequency(Frequency.parse(frequency))
                        .build(),
                Iris.LOCAL));
    }

    private static List<String> said(Graph graph, Node property) {
        return graph.find(Node.ANY, property, Node.ANY)
                .mapWith(each -> each.getObject().getURI())
                .toList()
                .stream()
                .sorted()
                .toList();
    }
}
