package tw.touchstone.vocabulary.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import tw.touchstone.vocabulary.profile.ParseResult.Parsed;
import tw.touchstone.vocabulary.profile.ParseResult.Refused;

class RdfSyntaxTest {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    @Test
    void saysWhereTurtleBreaks() {
        assertThat(parse(RdfSyntax.TURTLE, "<a> <b> <c> .\n<a> <b> ;;; .. "))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.line()).isEqualTo(2));
    }

    @Test
    void refusesAnIriWithASpaceAndSaysTheLine() {
        for (var syntax : new RdfSyntax[] {RdfSyntax.TURTLE, RdfSyntax.N_TRIPLES}) {
            assertThat(parse(syntax, "<http://x/s> <http://x/p> <http://x/o> .\n<http://x/s> <http://x/p> <http://x/a b> .\n"))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.line()).isEqualTo(2);
                        assertThat(refused.message()).contains("no legal IRI: <http://x/a b>");
                    });
        }
    }

    @Test
    void refusesABrokenEscapeInEverySyntax() {
        assertThat(parse(RdfSyntax.TURTLE, "\n<http://x/%zz> <http://x/p> 1 ."))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.line()).isEqualTo(2));
        assertThat(parse(RdfSyntax.N_TRIPLES, "<http://x/%zz> <http://x/p> \"1\" .")).isInstanceOf(Refused.class);
        assertThat(parse(RdfSyntax.JSON_LD, "{\"@id\":\"http://x/%zz\",\"http://x/p\":1}")).isInstanceOf(Refused.class);
        assertThat(parse(RdfSyntax.JSON_LD, "{\"@id\":\"http://x/a b\",\"http://x/p\":1}")).isInstanceOf(Refused.class);
        assertThat(parse(RdfSyntax.RDF_XML, xml("", "<rdf:Description rdf:about=\"http://x/%zz\"><x:p>1</x:p></rdf:Description>")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void takesAnUnwiseButLegalIri() {
        assertThat(parse(RdfSyntax.TURTLE, "<http://x:80/%e5> <http://x/p> <HTTP://x/> ."))
                .isInstanceOfSatisfying(Parsed.class, parsed -> assertThat(parsed.graph().size()).isEqualTo(1));
    }

    @Test
    void resolvesRelativeIrisAgainstTheBase() {
        assertThat(parse(RdfSyntax.TURTLE, "<a> <b> <#c> ."))
                .isInstanceOfSatisfying(Parsed.class, parsed -> assertThat(parsed.graph()
                                .contains(
                                        NodeFactory.createURI("http://base.example/a"),
                                        NodeFactory.createURI("http://base.example/b"),
                                        NodeFactory.createURI("http://base.example/#c")))
                        .isTrue());
    }

    @Test
    void fetchesNoRemoteContext() {
        assertThat(parse(RdfSyntax.JSON_LD, "{\"@context\":\"http://127.0.0.1:9/c.jsonld\",\"@id\":\"http://x/s\"}"))
                .isEqualTo(new Refused(0, 0, "remote contexts are not fetched: http://127.0.0.1:9/c.jsonld"));
        assertThat(parse(
                        RdfSyntax.JSON_LD,
                        "{\"@context\":{\"@version\":1.1,\"@import\":\"http://127.0.0.1:9/c\"},\"@id\":\"http://x/s\"}"))
                .isEqualTo(new Refused(0, 0, "remote contexts are not fetched: http://127.0.0.1:9/c"));
    }

    @Test
    void saysWhereJsonBreaks() {
        assertThat(parse(RdfSyntax.JSON_LD, "{\"@id\":\"http://x/s\",\n\"http://x/p\":}"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.line()).isEqualTo(2));
    }

    @Test
    void refusesDocumentTypesAndSoEntities() {
        var document = xml("<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n", "");

        assertThat(parse(RdfSyntax.RDF_XML, document))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.message())
                        .isEqualTo("document types and entities are not accepted"));
        assertThat(parse(RdfSyntax.RDF_XML, "<?xml version=\"1.0\"?>\n<r><"))
                .isInstanceOf(Refused.class);
        assertThat(parse(RdfSyntax.RDF_XML, "no xml")).isInstanceOf(Refused.class);
    }

    @Test
    void refusesWhatIsTooLongOrTooManyOrTooDeep() {
        assertThat(RdfSyntax.parse(
                        bytes("<a> <b> <c> ."), RdfSyntax.TURTLE, URI.create("http://x/"), new RdfSyntax.Limits(12, 10)))
                .isEqualTo(new Refused(0, 0, "the document is longer than 12 bytes"));
        assertThat(RdfSyntax.parse(
                        bytes("<a> <b> 1, 2, 3 ."), RdfSyntax.TURTLE, URI.create("http://x/"), new RdfSyntax.Limits(100, 2)))
                .isEqualTo(new Refused(0, 0, "the document has more than 2 triples"));
        assertThat(parse(RdfSyntax.TURTLE, "<a> <b> " + "[ <b> ".repeat(200_000)))
                .isEqualTo(new Refused(0, 0, "the document is nested too deeply"));
        assertThat(parse(RdfSyntax.JSON_LD, "{\"a\":".repeat(200_000))).isInstanceOf(Refused.class);
        assertThat(parse(RdfSyntax.RDF_XML, xml("", "<rdf:Description><x:p>".repeat(50_000)))).isInstanceOf(Refused.class);
    }

    @Test
    void survivesALanguageTagThatJenaFailsOn() {
        assertThat(parse(RdfSyntax.TURTLE, "<a> <b> \"x\"@abcdefghijk .")).isNotNull();
        assertThat(parse(RdfSyntax.JSON_LD, "{\"@id\":\"http://x/s\",\"http://x/p\":{\"@value\":\"x\",\"@language\":\"zh_TW_x_abcdefghijk\"}}"))
                .isNotNull();
    }

    @Test
    void writesReadableTurtleWithOnlyThePrefixesInUse() {
        var graph = GraphFactory.createDefaultGraph();
        var dataset = NodeFactory.createURI("https://data.example.tw/datasets/1");
        graph.add(dataset, Terms.DCT_TITLE, NodeFactory.createLiteralLang("空氣品質", "zh-Hant-TW"));
        graph.add(dataset, Terms.RDF_TYPE, Terms.DCAT_DATASET);

        assertThat(write(graph, RdfSyntax.TURTLE).replaceAll("\\s+", " "))
                .isEqualTo("PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/> "
                        + "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
                        + "<https://data.example.tw/datasets/1> rdf:type dcat:Dataset; dct:title \"空氣品質\"@zh-Hant-TW . ");
    }

    @Test
    void replacesControlCharactersWhereXmlHasNoSpellingForThem() {
        var graph = GraphFactory.createDefaultGraph();
        graph.add(NodeFactory.createURI("http://x/s"), Terms.DCT_IDENTIFIER, NodeFactory.createLiteralString("a\u000bb\rc"));

        assertThat(parse(RdfSyntax.RDF_XML, write(graph, RdfSyntax.RDF_XML)))
                .isInstanceOfSatisfying(Parsed.class, parsed -> assertThat(parsed.graph()
                                .find()
                                .next()
                                .getObject()
                                .getLiteralLexicalForm())
                        .isEqualTo("a\ufffdb\rc"));
        assertThat(parse(RdfSyntax.TURTLE, write(graph, RdfSyntax.TURTLE)))
                .isInstanceOfSatisfying(
                        Parsed.class, parsed -> assertThat(parsed.graph().isIsomorphicWith(graph)).isTrue());
    }

    @Test
    void knowsItsMediaTypesAndSuffixes() {
        assertThat(RdfSyntax.ofMediaType("Application/LD+JSON; profile=x")).contains(RdfSyntax.JSON_LD);
        assertThat(RdfSyntax.ofMediaType("text/csv")).isEmpty();
        assertThat(RdfSyntax.ofSuffix("nt")).contains(RdfSyntax.N_TRIPLES);
    }

    private static String xml(String before, String inside) {
        return "<?xml version=\"1.0\"?>\n" + before + "<rdf:RDF xmlns:rdf=\"" + RDF + "\" xmlns:x=\"http://x/\">" + inside
                + "</rdf:RDF>";
    }

    private static String write(Graph graph, RdfSyntax syntax) {
        var out = new ByteArrayOutputStream();
        RdfSyntax.write(graph, syntax, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ParseResult parse(RdfSyntax syntax, String document) {
        return RdfSyntax.parse(bytes(document), syntax, URI.create("http://base.example/"), RdfSyntax.Limits.DATASET);
    }

    private static ByteArrayInputStream bytes(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }
}
