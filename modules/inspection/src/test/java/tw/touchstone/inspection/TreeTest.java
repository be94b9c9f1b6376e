package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TreeProfile;

/// Records, fields and troubles of JSON, JSON Lines and XML.
class TreeTest {

    private static TreeProfile tree(ByteFacts facts) {
        assertThat(facts.content()).as(facts.toString()).isInstanceOf(Content.Tree.class);
        return ((Content.Tree) facts.content()).profile();
    }

    private static List<String> presence(TreeProfile tree) {
        return tree.fields().stream()
                .map(field -> field.name() + "×" + field.present()
                        + field.values().map(values -> " " + values.type()).orElse(""))
                .toList();
    }

    @Test
    void findsTheRecordsOfJson() {
        var array = Facts.tree("[{\"a\":1,\"b\":{\"c\":2}},{\"a\":3}]");
        assertThat(array)
                .returns("/", TreeProfile::recordPath)
                .returns(2L, TreeProfile::records)
                .returns(List.of("a", "b", "c"), TreeProfile::names)
                .returns(List.of("a×2 INTEGER", "b×1"), TreeTest::presence)
                .returns(List.of(), TreeProfile::anomalies);
        var nested = Facts.tree(
                "{\"ok\":true,\"result\":{\"fields\":[{\"id\":1}],\"records\":[{\"x\":[{}]},{\"x\":[]}]}}");
        assertThat(nested)
                .returns("/result/records", TreeProfile::recordPath)
                .returns(2L, TreeProfile::records)
                .returns(List.of("x×2"), TreeTest::presence);
        assertThat(Facts.tree("{\"a\":1}"))
                .returns("/", TreeProfile::recordPath)
                .returns(1L, TreeProfile::records)
                .returns(List.of("a×1 INTEGER"), TreeTest::presence);
    }

    @Test
    void findsTheRecordsOfXml() {
        var xml = Facts.tree("<R><head><t>x</t></head><row id='1'><a/><a/></row><row id='2'><a/><b>2021-05-01</b></row></R>");
        assertThat(xml)
                .returns("/R/row", TreeProfile::recordPath)
                .returns(2L, TreeProfile::records)
                .returns(List.of("R", "a", "b", "head", "id", "row", "t"), TreeProfile::names)
                .returns(List.of("id×2 TEXT", "a×2 EMPTY", "b×1 DATE"), TreeTest::presence);
        assertThat(Facts.tree("<R><row><a>1</a><b>2</b></row></R>").recordPath()).isEqualTo("/R/row");
    }

    @Test
    void takesAReportOnOneThingForOneRecord() {
        var report = "{\"data\":{\"status\":true,\"a/b~c\":{\"md5\":\"1\",\"url\":\"2\",\"n\":%s,\"fields\":[{\"name\":\"甲\"},{\"name\":\"乙\"}]}}}";
        assertThat(Facts.tree(report.formatted("3,\"m\":4")))
                .returns("/", TreeProfile::recordPath)
                .returns(1L, TreeProfile::records);
        // From a third of the values on, the list is the body; its path is a JSON Pointer.
        assertThat(Facts.tree(report.formatted("[]").replace(",\"n\":[]", "")))
                .returns("/data/a~1b~0c/fields", TreeProfile::recordPath)
                .returns(2L, TreeProfile::records)
                .returns(List.of("name×2 TEXT"), TreeTest::presence);
    }

    @Test
    void readsWhatOneElementIsWrappedAround() {
        var xml = Facts.tree("<R><row><n><value><![CDATA[19]]></value></n><t>\n<value>甲</value>\n</t><e><value/></e><l><value>1</value><value>2</value></l><m>x<b>1</b></m></row>"
                + "<row><n><value>20</value></n><t/><e/><l><v><w>1</w></v></l><m>y</m></row></R>");
        assertThat(xml)
                .returns("/R/row", TreeProfile::recordPath)
                .returns(List.of("n×2 INTEGER", "t×2 TEXT", "e×2 EMPTY", "l×2", "m×2"), TreeTest::presence);
        assertThat(xml.fields().get(1).values().orElseThrow())
                .returns(1L, ColumnProfile::filled)
                .returns(1L, ColumnProfile::blank)
                .returns(Optional.of("甲"), ColumnProfile::max);
    }

    @Test
    void profilesTheValuesOfFields() {
        var json = new StringBuilder("[");
        for (int i = 1; i <= 50; i++) {
            json.append(i > 1 ? "," : "").append("{\"日期\":\"110/5/%d\",\"值\":%s}".formatted(i % 28 + 1, i == 7 ? "null" : i + ".5"));
        }
        var fields = Facts.tree(json + "]").fields();
        assertThat(fields).extracting(FieldPresence::name).containsExactly("日期", "值");
        assertThat(fields.getFirst().values().orElseThrow())
                .returns(ColumnType.DATE, ColumnProfile::type)
                .returns(50L, ColumnProfile::filled);
        assertThat(fields.getLast().values().orElseThrow())
                .returns(ColumnType.DECIMAL, ColumnProfile::type)
                .returns(49L, ColumnProfile::filled)
                .returns(1L, ColumnProfile::blank);
    }

    @Test
    void findsKeysThatStandTwice() {
        var tree = Facts.tree("{\"a\":1,\n\"b\":2,\n\"a\":3}");
        assertThat(tree.anomalies())
                .containsExactly(new Anomaly(AnomalyCode.DUPLICATE_KEY, 1, List.of(new Place(3, 1, 15, "a"))));
        assertThat(Facts.tree("[{\"a\":1},{\"a\":2}]").anomalies()).isEmpty();
        assertThat(Facts.tree("{\"a\":{\"b\":1},\"c\":{\"b\":1}}").anomalies()).isEmpty();
    }

    @Test
    void findsRecordsThatLackWhatMostHave() {
        var whole = "{\"a\":1,\"b\":2},\n".repeat(19);
        var tree = Facts.tree("[" + whole + "{\"a\":1}]");
        assertThat(tree.anomalies())
                .containsExactly(new Anomaly(AnomalyCode.UNEVEN_RECORD, 1, List.of(new Place(20, 1, 286, ""))));
        // Of ten records nine are most, of nine eight are not; and what every other record lacks is no trouble.
        assertThat(Facts.tree("[" + "{\"a\":1,\"b\":2},".repeat(9) + "{\"a\":1}]").anomalies()).hasSize(1);
        assertThat(Facts.tree("[" + "{\"a\":1,\"b\":2},".repeat(8) + "{\"a\":1}]").anomalies()).isEmpty();
        assertThat(Facts.tree("[" + "{\"a\":1,\"b\":2},{\"a\":1},".repeat(10) + "{\"a\":1}]").anomalies()).isEmpty();
        assertThat(Facts.codes(Facts.tree("<r>" + "<x><a>1</a><b>2</b></x>".repeat(19) + "<x><a>1</a></x></r>").anomalies()))
                .containsExactly("uneven-record×1");
    }

    @Test
    void readsJsonLinesAndLocatesTheBrokenOnes() {
        var lines = "{\"a\":1,\"b\":\"x\"}\n".repeat(12);
        var clean = Facts.of(lines);
        assertThat(clean.format()).isEqualTo(FileFormat.JSON_LINES);
        assertThat(tree(clean))
                .returns(12L, TreeProfile::records)
                .returns(List.of(), TreeProfile::anomalies)
                .returns(List.of("a×12 INTEGER", "b×12 TEXT"), TreeTest::presence);
        var broken = Facts.of(lines + "{\"a\":2,\"b\":}\n" + lines);
        assertThat(broken.format()).isEqualTo(FileFormat.JSON_LINES);
        assertThat(tree(broken).records()).isEqualTo(24);
        assertThat(tree(broken).anomalies()).singleElement().satisfies(anomaly -> {
            assertThat(anomaly.code()).isEqualTo(AnomalyCode.BROKEN_RECORD);
            assertThat(anomaly.samples().getFirst().line()).isEqualTo(13);
        });
        assertThat(Facts.of("{\"a\":1}\n{\"a\":\n").content()).isInstanceOf(Content.Malformed.class);
        assertThat(Facts.of("{\n\"a\":1}{\"a\":2}").content()).isInstanceOf(Content.Malformed.class);
    }

    @Test
    void saysWhereATreeIsBroken() {
        var json = (Content.Malformed) Facts.of("{\"a\":1,\n\"b\":}").content();
        assertThat(json.place().line()).isEqualTo(2);
        assertThat(json.place().offset()).isBetween(12L, 14L);
        var xml = (Content.Malformed) Facts.of("<a>\n<b></c></a>").content();
        assertThat(xml.place().line()).isEqualTo(2);
    }

    @Test
    void notesDocumentTypesAndEntitiesAndResolvesNone() {
        var laughs = "<!DOCTYPE a [<!ENTITY b \"" + "x".repeat(1_000) + "\"><!ENTITY c \"&b;&b;&b;\">]>\n"
                + "<a><r><t>&c;</t></r><r><t>1</t></r></a>";
        var tree = Facts.tree(laughs);
        assertThat(tree.anomalies())
                .containsExactly(
                        new Anomaly(AnomalyCode.DOCTYPE, 1, List.of(new Place(1, 1, 0, ""))),
                        new Anomaly(AnomalyCode.ENTITY_REFERENCE, 1, List.of(new Place(2, 10, 1_053, "&c;"))));
        assertThat(tree.fields().getFirst().values().orElseThrow().longest()).isEqualTo(1);
        var external = "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\"><a><r>1</r></a>";
        assertThat(Facts.codes(Facts.tree(external).anomalies())).containsExactly("doctype×1");
        assertThat(Facts.tree("<a><r>&amp;&#65;</r></a>").anomalies()).isEmpty();
    }

    @Test
    void stopsAtTheDepthThatItReads() {
        var json = Facts.of("{\"a\":[{\"b\":1}],\"c\":" + "[".repeat(100_000));
        assertThat(json.extent()).isEqualTo(new Extent.Partial("depth", 500));
        assertThat(tree(json).names()).containsExactly("a", "b", "c");
        assertThat(Facts.of("[".repeat(400) + "]".repeat(400)).extent()).isEqualTo(new Extent.Whole());
        assertThat(Facts.of("<a>".repeat(5_000)).extent()).isEqualTo(new Extent.Partial("depth", 500));
        assertThat(Facts.of("<a>".repeat(400) + "</a>".repeat(400)).extent()).isEqualTo(new Extent.Whole());
    }

    @Test
    void stopsAtTheLengthsThatItReads() {
        assertThat(Facts.of("[{\"a\":\"" + "x".repeat(9 << 20) + "\"}]").extent())
                .isEqualTo(new Extent.Partial("string-chars", 8 << 20));
        assertThat(Facts.of("[{\"" + "x".repeat(50_001) + "\":1}]").extent())
                .isEqualTo(new Extent.Partial("name-chars", 50_000));
        assertThat(Facts.of("[{\"" + "x".repeat(50_000) + "\":1}]").extent()).isEqualTo(new Extent.Whole());
        assertThat(Facts.of("[{\"a\":" + "1".repeat(10_001) + "}]").extent())
                .isEqualTo(new Extent.Partial("number-chars", 10_000));
        assertThat(Facts.of("[{\"a\":" + "1".repeat(10_000) + "}]").extent()).isEqualTo(new Extent.Whole());
        var attributes = new StringBuilder("<a");
        for (int i = 0; i < 1_001; i++) {
            attributes.append(" a%d=''".formatted(i));
        }
        assertThat(Facts.of(attributes + "/>").extent()).isEqualTo(new Extent.Partial("attributes", 1_000));
    }

    @Test
    void readsXmlInTheEncodingThatItReallyHas() {
        var facts = Facts.of("<?xml version=\"1.0\" encoding=\"UTF-8\"?><R><列><名稱>圖書館</名稱></列><列><名稱>學校</名稱></列></R>"
                .getBytes(Facts.CP950));
        assertThat(tree(facts).fields().getFirst().values().orElseThrow().min()).contains("圖書館");
    }

    @Test
    void countsTheStatementsOfRdf() {
        var turtle = Facts.of("@prefix a: <http://a/> .\na:b a:c \"d\" , \"e\" ; a:f <http://g> .\n");
        assertThat(turtle.format()).isEqualTo(FileFormat.TURTLE);
        assertThat(tree(turtle))
                .returns(3L, TreeProfile::records)
                .returns(List.of("http://a/c×2 TEXT", "http://a/f×1 TEXT"), TreeTest::presence);
        var quads = Facts.of("<http://a/b> <http://a/c> \"1\" <http://a/g> .\n<http://a/b> <http://a/c> \"2\" <http://a/g> .\n");
        assertThat(quads.format()).isEqualTo(FileFormat.N_QUADS);
        assertThat(tree(quads).records()).isEqualTo(2);
        var xml = Facts.of("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:a='http://a/'>"
                + "<rdf:Description rdf:about='http://b'><a:c>1</a:c><a:d>2</a:d></rdf:Description></rdf:RDF>");
        assertThat(xml.format()).isEqualTo(FileFormat.RDF_XML);
        assertThat(tree(xml).records()).isEqualTo(2);
    }

    @Test
    void readsRdfInXmlWhateverItsRecordsLack() {
        var uneven = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:a='http://a/'>"
                + "<rdf:Description><a:c>1</a:c><a:d>2</a:d></rdf:Description>".repeat(19)
                + "<rdf:Description><a:c>1</a:c></rdf:Description></rdf:RDF>";
        assertThat(tree(Facts.of(uneven))).returns(39L, TreeProfile::records).returns(List.of(), TreeProfile::anomalies);
        var declared = Facts.of("<!DOCTYPE rdf:RDF [<!ENTITY a 'http://a/'>]>" + uneven);
        assertThat(declared.format()).isEqualTo(FileFormat.RDF_XML);
        assertThat(Facts.codes(tree(declared).anomalies())).contains("doctype×1");
    }

    @Test
    void placesTheErrorsOfRdf() {
        var broken = (Content.Malformed) Facts.of("@prefix a: <http://a/> .\na:b a:c a:d .\na:b a:c oops\n").content();
        assertThat(broken.place().line()).isEqualTo(3);
        var big5 = Facts.of("@prefix a: <http://a/> .\na:b a:c \"臺北市立圖書館與學校\" .\n".getBytes(Facts.CP950));
        assertThat(((Content.Malformed) big5.content()).reason()).isEqualTo("in Big5 where the format knows UTF-8 only");
    }

    @Test
    void readsRdfOnlySoDeep() {
        var start = "@prefix a: <http://a/> .\n";
        for (var open : List.of("( ", "[ a:d ", "<< ", "[ a:b ( << ")) {
            assertThat(Facts.of(start + "a:b a:c " + open.repeat(100_000)).extent())
                    .as(open)
                    .isEqualTo(new Extent.Partial("depth", 500));
        }
        var deep = start + "a:b a:c " + "( ".repeat(500) + ") ".repeat(500) + ".\n";
        assertThat(Facts.of(deep).extent()).isEqualTo(new Extent.Whole());
        // Brackets that are none.
        var quiet = "a:b a:c \"((\" , \"\" , '[\\'[' , <http://a/((> , a:d\\( , \"\"\"(\"(\\\"\"\"\" . # ((\n";
        var facts = Facts.of(start + quiet.repeat(300));
        assertThat(facts.extent()).isEqualTo(new Extent.Whole());
        assertThat(tree(facts).records()).isEqualTo(1_800);
    }

    @Test
    void neverLoadsTheContextOfJsonLd() {
        var facts = Facts.of("{\"@context\":\"http://127.0.0.1:9/context\",\"@graph\":[{\"@id\":\"a\"},{\"@id\":\"b\"}]}"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(facts.format()).isEqualTo(FileFormat.JSON_LD);
        assertThat(tree(facts).records()).isEqualTo(2);
    }
}
