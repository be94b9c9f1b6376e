package tw.touchstone.vocabulary.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;

class DatasetRdfTest {

    private static final Iris IRIS = new Iris(URI.create("https://data.example.tw/"));

    private static final Dataset PLAIN = Dataset.of(
                    new DatasetId("41568"), new SourceRef("national", "41568"), LangText.zh("空氣品質"))
            .distributions(List.of(Distribution.of(new DistributionId(new DatasetId("41568"), 1))
                    .description(LangText.zh("即時值"))
                    .downloadUrl(Optional.of(URI.create("https://air.example.tw/%e5.csv")))
                    .format(Optional.of(FileFormat.CSV))
                    .encoding(Optional.of("UTF-8"))
                    .build()))
            .build();

    @Test
    void comesBackEqualWhateverIsInIt() {
        for (long seed = 1; seed <= 500; seed++) {
            var dataset = new RandomDatasets(seed).next();
            var graph = DatasetRdf.write(dataset, IRIS);

            assertThat(DatasetRdf.read(graph, dataset.id(), IRIS)).as("seed %d", seed).isEqualTo(dataset);
            assertThat(graph.find().toList())
                    .as("seed %d has no blank nodes", seed)
                    .noneMatch(triple -> triple.getSubject().isBlank() || triple.getObject().isBlank());
        }
    }

    @Test
    void survivesEverySyntaxWithoutAWarning() {
        for (long seed = 1; seed <= 60; seed++) {
            var dataset = new RandomDatasets(seed).next();
            var graph = DatasetRdf.write(dataset, IRIS);
            for (var syntax : RdfSyntax.values()) {
                var bytes = bytes(graph, syntax);
                var strict = RDFParser.create()
                        .source(new ByteArrayInputStream(bytes))
                        .lang(syntax.lang())
                        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                        .toGraph();

                assertThat(strict.isIsomorphicWith(graph)).as("seed %d in %s", seed, syntax).isTrue();
                assertThat(DatasetRdf.read(strict, dataset.id(), IRIS)).as("seed %d in %s", seed, syntax).isEqualTo(dataset);
                assertThat(RdfSyntax.parse(
                                new ByteArrayInputStream(bytes), syntax, IRIS.base(), RdfSyntax.Limits.DATASET))
                        .as("seed %d in %s", seed, syntax)
                        .isInstanceOfSatisfying(
                                ParseResult.Parsed.class,
                                parsed -> assertThat(parsed.graph().isIsomorphicWith(graph)).isTrue());
            }
        }
    }

    @Test
    void writesAPlainDistributionInEightTriples() {
        var graph = DatasetRdf.write(PLAIN, IRIS);
        var distribution = NodeFactory.createURI("https://data.example.tw/distributions/41568-1");

        assertThat(graph.find(distribution, Node.ANY, Node.ANY).toList()).hasSize(6);
        assertThat(graph.find(Node.ANY, Node.ANY, distribution).toList()).hasSize(1);
        assertThat(graph.size()).isEqualTo(4 + 4 + 6);
    }

    @Test
    void writesTheNormalisedAddressAndKeepsTheDeclaredOneBesideIt() {
        assertThat(new String(bytes(DatasetRdf.write(PLAIN, IRIS), RdfSyntax.TURTLE), StandardCharsets.UTF_8))
                .contains("<https://air.example.tw/%E5.csv>")
                .contains("tst:verbatim")
                .contains("\"downloadURL=https://air.example.tw/%e5.csv\"");
    }

    @Test
    void writesTheSameBytesForTheSameDataset() {
        var first = DatasetRdf.write(new RandomDatasets(7).next(), IRIS);
        var shuffled = GraphFactory.createDefaultGraph();
        first.find().toList().reversed().forEach(shuffled::add);

        for (var syntax : RdfSyntax.values()) {
            assertThat(bytes(shuffled, syntax)).as("%s", syntax).isEqualTo(bytes(first, syntax));
        }
    }

    @Test
    void refusesADistributionIdentifierThatStandsTwice() {
        var twice = PLAIN.with()
                .distributions(List.of(PLAIN.distributions().getFirst(), PLAIN.distributions().getFirst()))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatasetRdf.write(twice, IRIS))
                .withMessageContaining("41568-1");
    }

    @Test
    void replacesLoneSurrogatesSinceNoSyntaxCarriesThem() {
        var odd = PLAIN.with().keywords(List.of("a\ud800b")).build();

        assertThat(DatasetRdf.read(DatasetRdf.write(odd, IRIS), odd.id(), IRIS).keywords()).containsExactly("a\ufffdb");
    }

    @Test
    void readsAgenciesBackWithNamesInOrder() {
        var agency = new Agency(
                new AgencyId("moenv"),
                LangText.of("環境部", "Ministry of Environment"),
                Optional.of("2.16.886.101.20003"),
                List.of("環保署", "EPA", "行政院環境保護署", "EPA"));

        assertThat(AgencyRdf.read(AgencyRdf.write(agency, IRIS), agency.id(), IRIS)).isEqualTo(agency);
    }

    private static byte[] bytes(Graph graph, RdfSyntax syntax) {
        var out = new ByteArrayOutputStream();
        RdfSyntax.write(graph, syntax, out);
        return out.toByteArray();
    }
}
