package tw.touchstone.server.oai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tw.touchstone.server.RunningServer;
import tw.touchstone.server.harvest.Registered;

/// OAI-PMH 2.0 verb by verb. In order, since the last tests withdraw and register.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OaiIT {

    private static final String OAI = "http://www.openarchives.org/OAI/2.0/";
    private static final String PREFIX = "oai:data.example.tw:";

    @TempDir
    private static Path home;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.on(home);
        Registered.register(server, IntStream.rangeClosed(1, 230));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void identifySaysWhatTheRepositoryIs() throws Exception {
        var answer = ask("verb=Identify");
        assertThat(children(element(answer, "Identify")))
                .containsExactly(
                        "repositoryName", "baseURL", "protocolVersion", "adminEmail", "earliestDatestamp",
                        "deletedRecord", "granularity", "compression");
        assertThat(text(answer, "baseURL")).isEqualTo(RunningServer.BASE + "oai");
        assertThat(text(answer, "deletedRecord")).isEqualTo("persistent");
        assertThat(text(answer, "granularity")).isEqualTo("YYYY-MM-DDThh:mm:ssZ");
        assertThat(children(answer.getDocumentElement())).containsExactly("responseDate", "request", "Identify");
        assertThat(element(answer, "request").getAttribute("verb")).isEqualTo("Identify");
    }

    @Test
    @Order(2)
    void bothFormatsAreListedForAllAndForOneRecord() throws Exception {
        for (var query : List.of("verb=ListMetadataFormats", "verb=ListMetadataFormats&identifier=" + PREFIX + "0001")) {
            var answer = ask(query);
            assertThat(texts(answer, "metadataPrefix")).containsExactly("oai_dc", "dcat_ap");
            assertThat(children(element(answer, "metadataFormat")))
                    .containsExactly("metadataPrefix", "schema", "metadataNamespace");
        }
    }

    @Test
    @Order(3)
    void setsAreAgenciesAndThemes() throws Exception {
        assertThat(texts(ask("verb=ListSets"), "setSpec")).contains("agency.moenv", "agency.moda", "theme.atmosphere");
    }

    @Test
    @Order(4)
    void aRecordIsHadInBothFormats() throws Exception {
        var dublin = ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + PREFIX + "0002");
        assertThat(children(element(dublin, "record"))).containsExactly("header", "metadata");
        assertThat(children(element(dublin, "header")))
                .containsExactly("identifier", "datestamp", "setSpec", "setSpec");
        assertThat(dublin.getElementsByTagNameNS("http://purl.org/dc/elements/1.1/", "title").item(1).getTextContent())
                .isEqualTo("資料集 <2> & 更多");

        var dcat = ask("verb=GetRecord&metadataPrefix=dcat_ap&identifier=" + PREFIX + "0002");
        var metadata = element(dcat, "metadata");
        var rdf = metadata.getElementsByTagNameNS("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "RDF");
        assertThat(rdf.getLength()).isEqualTo(1);
    }

    @Test
    @Order(5)
    void allRecordsAreHadOnceByResumptionTokens() throws Exception {
        for (var verb : List.of("ListRecords", "ListIdentifiers")) {
            var found = new ArrayList<String>();
            var answer = ask("verb=" + verb + "&metadataPrefix=oai_dc");
            assertThat(element(answer, "resumptionToken").getAttribute("completeListSize")).isEqualTo("230");
            assertThat(element(answer, "resumptionToken").getAttribute("cursor")).isEqualTo("0");
            found.addAll(texts(element(answer, verb), "identifier", OAI));
            var token = text(answer, "resumptionToken");
            int steps = 1;
            while (!token.isEmpty()) {
                answer = ask("verb=" + verb + "&resumptionToken=" + token);
                found.addAll(texts(element(answer, verb), "identifier", OAI));
                token = text(answer, "resumptionToken");
                steps++;
            }
            assertThat(steps).isEqualTo(3);
            assertThat(found).hasSize(230).doesNotHaveDuplicates();
        }
    }

    @Test
    @Order(6)
    void aSetHasItsMembersOnly() throws Exception {
        var answer = ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=agency.moenv");
        assertThat(element(answer, "resumptionToken").getAttribute("completeListSize")).isEqualTo("115");
        assertThat(texts(answer, "setSpec")).contains("agency.moenv").doesNotContain("agency.moda");
    }

    @Order(7)
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                                                        | badVerb",
        "verb=Nonsense                                           | badVerb",
        "verb=Identify&verb=Identify                             | badVerb",
        "verb=Identify&metadataPrefix=oai_dc                     | badArgument",
        "verb=ListRecords                                        | badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=x | badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=junk        | badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30  | badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01 | badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z | badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&until=2001-01-01 | noRecordsMatch",
        "verb=ListRecords&metadataPrefix=oai_dc&set=agency.none  | noRecordsMatch",
        "verb=ListRecords&metadataPrefix=marc21                  | cannotDisseminateFormat",
        "verb=ListRecords&resumptionToken=junk                   | badResumptionToken",
        "verb=ListRecords&resumptionToken=%F0%9F                 | badArgument",
        "verb=ListRecords&resumptionToken=a&metadataPrefix=oai_dc| badArgument",
        "verb=ListSets&resumptionToken=a                         | badResumptionToken",
        "verb=GetRecord&metadataPrefix=oai_dc                    | badArgument",
        "verb=GetRecord&metadataPrefix=oai_dc&identifier=x       | idDoesNotExist",
        "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:data.example.tw:none | idDoesNotExist",
        "verb=GetRecord&metadataPrefix=x&identifier=oai:data.example.tw:0001 | cannotDisseminateFormat",
        "verb=ListMetadataFormats&identifier=none                | idDoesNotExist"
    })
    void errorsAreThoseOfTheProtocol(@Nullable String query, String code) throws Exception {
        var answer = ask(query == null ? "" : query);
        assertThat(element(answer, "error").getAttribute("code")).isEqualTo(code);
        boolean unclear = code.equals("badVerb") || code.equals("badArgument");
        assertThat(element(answer, "request").getAttributes().getLength() == 0).isEqualTo(unclear);
    }

    @Test
    @Order(8)
    void aFormDoesWhatAnAddressDoes() throws Exception {
        var answer = server.send(server.request("/oai")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + PREFIX + "0001")));
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(text(parse(answer.body()), "datestamp")).isNotEmpty();
    }

    @Test
    @Order(9)
    void whatIsWithdrawnStaysAsDeletedForEveryFormatAndSet() throws Exception {
        var before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Registered.withdraw(server, 2, "重複");
        for (var query : List.of(
                "verb=GetRecord&metadataPrefix=oai_dc&identifier=" + PREFIX + "0002",
                "verb=ListRecords&metadataPrefix=dcat_ap&set=agency.moda&from=" + before)) {
            var record = record(ask(query), PREFIX + "0002");
            assertThat(children(record)).containsExactly("header");
            assertThat(((Element) record.getFirstChild()).getAttribute("status")).isEqualTo("deleted");
        }
        assertThat(element(ask("verb=ListIdentifiers&metadataPrefix=oai_dc"), "resumptionToken").getAttribute("completeListSize"))
                .isEqualTo("230");
    }

    /// Times have whole seconds, so others that changed in the same one stand in the list as well.
    private static Element record(Document answer, String identifier) {
        var records = answer.getElementsByTagNameNS(OAI, "record");
        return IntStream.range(0, records.getLength())
                .mapToObj(i -> (Element) records.item(i))
                .filter(each -> each.getElementsByTagNameNS(OAI, "identifier").item(0).getTextContent().equals(identifier))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(10)
    void timesIncludeTheirEnds() throws Exception {
        var stamp = text(ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + PREFIX + "0002"), "datestamp");
        assertThat(texts(ask("verb=ListIdentifiers&metadataPrefix=oai_dc&from=" + stamp + "&until=" + stamp), "identifier"))
                .contains(PREFIX + "0002");
        var later = Instant.parse(stamp).plusSeconds(1);
        assertThat(element(ask("verb=ListIdentifiers&metadataPrefix=oai_dc&from=" + later), "error").getAttribute("code"))
                .isEqualTo("noRecordsMatch");
    }

    private static Document ask(String query) throws Exception {
        var answer = server.get("/oai" + (query.isEmpty() ? "" : "?" + query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return parse(answer.body());
    }

    private static Document parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static Element element(Document document, String name) {
        var found = (Element) document.getElementsByTagNameNS(OAI, name).item(0);
        assertThat(found).as(name).isNotNull();
        return found;
    }

    private static List<String> children(Element element) {
        var names = new ArrayList<String>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                names.add(found.getLocalName());
            }
        }
        return names;
    }

    private static String text(Document document, String name) {
        return element(document, name).getTextContent();
    }

    private static List<String> texts(Document document, String name) {
        return texts(document.getDocumentElement(), name, OAI);
    }

    private static List<String> texts(Element element, String name, String namespace) {
        var found = element.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> found.item(at).getTextContent())
                .toList();
    }
}
