package tw.touchstone.vocabulary.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.vocabulary.conformance.ConformanceCases.CSV;
import static tw.touchstone.vocabulary.conformance.ConformanceCases.GOOD;
import static tw.touchstone.vocabulary.conformance.ConformanceCases.OGDL;
import static tw.touchstone.vocabulary.conformance.ConformanceCases.PDF;
import static tw.touchstone.vocabulary.conformance.ConformanceCases.PREFIXES;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.touchstone.model.LangText;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Terms;
import tw.touchstone.vocabulary.TurtleFile;
import tw.touchstone.vocabulary.Vocabularies;

class ConformanceTest {

    private static final Conformance CONFORMANCE = Conformance.load();

    @ParameterizedTest
    @MethodSource("tw.touchstone.vocabulary.conformance.ConformanceCases#cases")
    void findsExactlyWhatIsWrong(ConformanceCases.Case each) {
        assertThat(GOOD).contains(each.from());
        var changed = each.from().isEmpty() ? GOOD : GOOD.replace(each.from(), each.to());
        if (each.what().startsWith("PDF")) {
            changed = changed.replace(CSV, PDF);
        }

        var report = CONFORMANCE.check(graph(changed));

        assertThat(ids(report)).containsExactlyInAnyOrderElementsOf(each.breaks());
    }

    @Test
    void theResultsAreThoseOfJenasReport() {
        var shapes = ShaclValidator.get().parse(TurtleFile.load("shapes.ttl").model().getGraph());
        ConformanceCases.cases().forEach(each -> {
            var graph = graph(each.from().isEmpty() ? GOOD : GOOD.replace(each.from(), each.to()));
            assertThat(Results.of(shapes, graph))
                    .as(each.what())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrderElementsOf(
                            ShaclValidator.get().validate(shapes, graph).getEntries().stream()
                                    .map(Object::toString)
                                    .toList());
        });
    }

    @Test
    void everyConstraintHasACaseThatBreaksItAndMessagesInBothLanguages() {
        var broken = ConformanceCases.cases().flatMap(each -> each.breaks().stream()).collect(Collectors.toCollection(TreeSet::new));
        var model = TurtleFile.load("shapes.ttl").model();
        var message = ResourceFactory.createProperty("http://www.w3.org/ns/shacl#message");
        var severity = ResourceFactory.createProperty("http://www.w3.org/ns/shacl#severity");
        var constraints = new TreeSet<String>();
        model.listSubjectsWithProperty(message).forEach(shape -> {
            constraints.add(shape.getURI().substring(Terms.SHAPE.length()));
            assertThat(shape.listProperties(message).mapWith(each -> each.getLanguage()).toSet())
                    .as(shape.getURI())
                    .isEqualTo(Set.of(LangText.ZH, LangText.EN));
            assertThat(shape.hasProperty(severity)).as(shape.getURI()).isTrue();
        });
        assertThat(broken).isEqualTo(constraints);
        assertThat(constraints).allMatch(id -> id.matches("[a-z]+(-[a-z]+)+"));
    }

    @Test
    void reportsOneFindingInFull() {
        var report = CONFORMANCE.check(graph(GOOD.replace(OGDL, "<https://example.org/licence>")));

        assertThat(report.findings())
                .containsExactly(new ConformanceFinding(
                        Severity.WARNING,
                        "dct:license",
                        "https://data.example/distributions/1-1",
                        LangText.of(
                                "授權方式不在授權清單中，無法判斷是否開放。",
                                "The licence is not in the list of licences, so nobody can tell whether it is open."),
                        "https://example.org/licence",
                        "licence-known"));
        assertThat(report.conforms()).as("a warning refuses nothing").isTrue();
    }

    @Test
    void aViolationRefusesAndStandsFirst() {
        var report = CONFORMANCE.check(graph(GOOD.replace(" , \"Air quality\"@en", "")
                .replace("dcat:downloadURL <https://air.example/a.csv> ;", "")));

        assertThat(report.conforms()).isFalse();
        assertThat(report.findings()).extracting(ConformanceFinding::severity)
                .containsExactly(Severity.VIOLATION, Severity.INFO);
        assertThat(report.findings().getFirst().path()).isEqualTo("dcat:downloadURL|dcat:accessURL");
    }

    @Test
    void aGraphWithoutADatasetDoesNotConform() {
        var report = CONFORMANCE.check(GraphFactory.createDefaultGraph());

        assertThat(report.conforms()).isFalse();
        assertThat(ids(report)).containsExactly("dataset-missing");
    }

    @Test
    void everyDistributionIsChecked() {
        var report = CONFORMANCE.check(graph(GOOD + """
                <https://data.example/datasets/1> dcat:distribution <https://data.example/distributions/1-2> .
                """));

        assertThat(report.of(Severity.VIOLATION)).extracting(ConformanceFinding::focus)
                .containsOnly("https://data.example/distributions/1-2");
        assertThat(ids(report))
                .containsExactlyInAnyOrder(
                        "address-missing", "licence-one", "format-missing", "encoding-missing", "fields-missing");
    }

    @Test
    void checksManyGraphsAtOnce() {
        var good = graph(GOOD);
        var bad = graph(GOOD.replace(OGDL, "\"免費\""));
        var expected = CONFORMANCE.check(bad);

        var reports = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(at -> CONFORMANCE.check(at % 2 == 0 ? good : bad))
                .toList();

        for (int at = 0; at < reports.size(); at++) {
            assertThat(reports.get(at)).isEqualTo(at % 2 == 0 ? new ConformanceReport(List.of()) : expected);
        }
    }

    @Test
    void aHugeValueCostsNoMoreThanItsLength() {
        var dots = "\"a@" + ".".repeat(300_000) + " \"";
        var report = CONFORMANCE.check(graph(GOOD.replace("<mailto:data@example.gov.tw>", dots)
                .replace("<https://data.example/agencies/moenv>", "\"http://a/" + "/".repeat(300_000) + "\"")));

        assertThat(ids(report)).containsExactly("publisher-form", "contact-email-form");
    }

    @Test
    void manyValuesCostNoMoreThanTheirNumber() {
        var days = IntStream.range(0, 10_000)
                .mapToObj("\"%d\""::formatted)
                .collect(Collectors.joining(" , "));
        var dates = GOOD + "<https://data.example/datasets/1> dct:issued " + days + " ; dct:modified " + days + " .";
        assertThat(ids(CONFORMANCE.check(graph(dates)))).containsExactly("dates-crowded");

        var titles = IntStream.range(0, 10_000)
                .mapToObj("\"%d\"@en"::formatted)
                .collect(Collectors.joining(" , "));
        var titled = GOOD + "<https://data.example/datasets/1> dct:title " + titles + " ; dcat:theme " + days + " .";
        assertThat(ids(CONFORMANCE.check(graph(titled)))).hasSize(10_001).contains("title-once", "theme-form");
    }

    @Test
    void theShapesListEveryLicenceAndAccessRightOfTheVocabulary() {
        var vocabularies = Vocabularies.load();
        for (Concept licence : vocabularies.licences().concepts()) {
            assertThat(ids(CONFORMANCE.check(graph(GOOD.replace(OGDL, "<" + licence.iri() + ">")))))
                    .as(licence.notation())
                    .isEmpty();
        }
        for (Concept right : vocabularies.accessRights().concepts()) {
            var changed = GOOD.replace(
                    "<http://publications.europa.eu/resource/authority/access-right/PUBLIC>", "<" + right.iri() + ">");
            assertThat(ids(CONFORMANCE.check(graph(changed)))).as(right.notation()).isEmpty();
        }
        for (Concept format : vocabularies.fileTypes().concepts()) {
            assertThat(ids(CONFORMANCE.check(graph(GOOD.replace(CSV, "<" + format.iri() + ">")))))
                    .as(format.notation())
                    .isEmpty();
        }
    }

    private static List<String> ids(ConformanceReport report) {
        return report.findings().stream().map(ConformanceFinding::shape).toList();
    }

    private static Graph graph(String turtle) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
