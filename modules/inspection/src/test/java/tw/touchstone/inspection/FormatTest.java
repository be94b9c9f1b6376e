package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.TreeProfile;

class FormatTest {

    private static Stream<Arguments> texts() {
        return Stream.of(
                arguments(FileFormat.CSV, "a,b\n1,2\n"),
                arguments(FileFormat.CSV, "n\n1\n2\n"),
                arguments(FileFormat.TSV, "a\tb\n1\t2\n"),
                arguments(FileFormat.TXT, "just words\n"),
                arguments(FileFormat.TXT, "   \n\n"),
                arguments(FileFormat.HTML, "<!DOCTYPE html><html><title>x</title></html>"),
                arguments(FileFormat.HTML, "\uFEFF \n<html lang=zh><body>,,,</body></html>"),
                arguments(FileFormat.HTML, "<div><meta http-equiv=\"refresh\" content=\"0;url=/\"></div>"),
                arguments(FileFormat.JSON, "{\"a\":1}"),
                arguments(FileFormat.JSON, " [1,2,3]"),
                arguments(FileFormat.JSON_LINES, "{\"a\":1}\n{\"a\":2}\n"),
                arguments(FileFormat.GEOJSON, "{\"type\":\"FeatureCollection\",\"features\":[]}"),
                arguments(FileFormat.GEOJSON, "{\"type\":\"Point\",\"coordinates\":[121,25]}"),
                arguments(FileFormat.JSON_LD, "{\"@context\":{},\"name\":\"x\"}"),
                arguments(FileFormat.API, "{\"openapi\":\"3.1.0\",\"info\":{},\"paths\":{}}"),
                arguments(FileFormat.XML, "<?xml version=\"1.0\"?><a><b/></a>"),
                arguments(FileFormat.XML, "<資料><列/></資料>"),
                arguments(FileFormat.KML, "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document/></kml>"),
                arguments(FileFormat.GML, "<g:FeatureCollection xmlns:g=\"http://www.opengis.net/gml\"/>"),
                arguments(FileFormat.RSS, "<rss version=\"2.0\"><channel/></rss>"),
                arguments(
                        FileFormat.RDF_XML,
                        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"></rdf:RDF>"),
                arguments(FileFormat.TURTLE, "@prefix dct: <http://purl.org/dc/terms/> .\n"),
                arguments(FileFormat.N_TRIPLES, "<http://a/b> <http://a/c> \"d\" .\n"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void tellsTextFormatsByContent(FileFormat expected, String text) {
        assertThat(Facts.of(text).format()).isEqualTo(expected);
    }

    private static Stream<Arguments> signatures() {
        return Stream.of(
                arguments(FileFormat.PDF, "255044462d312e370a"),
                arguments(FileFormat.PARQUET, "50415231150415"),
                arguments(FileFormat.SEVEN_ZIP, "377abcaf271c0004"),
                arguments(FileFormat.RAR, "526172211a0700cf"),
                arguments(FileFormat.JPEG, "ffd8ffe000104a464946"),
                arguments(FileFormat.PNG, "89504e470d0a1a0a0000000d"),
                arguments(FileFormat.GIF, "474946383961"),
                arguments(FileFormat.TIFF, "49492a0008000000"),
                arguments(FileFormat.MP3, "494433030000"),
                arguments(FileFormat.MP4, "000000186674797069736f6d"),
                arguments(FileFormat.UNKNOWN, "53514c69746520666f726d6174203300"),
                arguments(FileFormat.UNKNOWN, "0001020304050607"));
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void tellsBinaryFormatsByTheirSignature(FileFormat expected, String hex) {
        var facts = Facts.of(HexFormat.of().parseHex(hex));
        assertThat(facts.format()).isEqualTo(expected);
        assertThat(facts.content()).isEqualTo(new Content.Opaque());
        assertThat(facts.text()).isEmpty();
    }

    @Test
    void tellsOfficeFilesByTheirStreams() {
        assertThat(Facts.of(Archives.ole2("Workbook")).format()).isEqualTo(FileFormat.XLS);
        assertThat(Facts.of(Archives.ole2("WordDocument")).format()).isEqualTo(FileFormat.DOC);
        assertThat(Facts.of(Archives.ole2("Other")).format()).isEqualTo(FileFormat.UNKNOWN);
    }

    @Test
    void tellsZipsByTheirMembers() {
        assertThat(zip("[Content_Types].xml", "xl/workbook.xml")).isEqualTo(FileFormat.XLSX);
        assertThat(zip("[Content_Types].xml", "word/document.xml")).isEqualTo(FileFormat.DOCX);
        assertThat(zip("[Content_Types].xml", "ppt/presentation.xml")).isEqualTo(FileFormat.PPTX);
        assertThat(zip("doc.kml", "images/a.png")).isEqualTo(FileFormat.KMZ);
        assertThat(zip("a/b.shp", "a/b.dbf", "a/b.shx")).isEqualTo(FileFormat.SHP);
        assertThat(zip("a.csv", "b.csv")).isEqualTo(FileFormat.ZIP);
        var ods = Archives.zip(StandardCharsets.UTF_8, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        assertThat(Facts.of(ods).format()).isEqualTo(FileFormat.ODS);
        var odt = Archives.zip(StandardCharsets.UTF_8, "mimetype", "application/vnd.oasis.opendocument.text");
        assertThat(Facts.of(odt).format()).isEqualTo(FileFormat.ODT);
    }

    private static FileFormat zip(String... names) {
        var members = Stream.of(names).flatMap(name -> Stream.of(name, "x")).toArray(String[]::new);
        return Facts.of(Archives.zip(StandardCharsets.UTF_8, members)).format();
    }

    @Test
    void listsMembersWithNamesInBig5() {
        var facts = Facts.of(Archives.zip(Facts.CP950, "資料.csv", "a,b\n1,2\n", "說明.txt", "words"));
        assertThat(facts.content())
                .isEqualTo(new Content.Members(List.of(
                        new Member("資料.csv", 8, FileFormat.CSV), new Member("說明.txt", 5, FileFormat.TXT))));
    }

    @Test
    void looksIntoGzipAndTar() {
        var gzip = Facts.of(Archives.gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(gzip.format()).isEqualTo(FileFormat.GZIP);
        assertThat(gzip.content()).isEqualTo(new Content.Members(List.of(new Member("", 8, FileFormat.CSV))));
        var tar = Facts.of(Archives.tar("d/x.json", "{\"a\":1}"));
        assertThat(tar.format()).isEqualTo(FileFormat.TAR);
        assertThat(tar.content()).isEqualTo(new Content.Members(List.of(new Member("d/x.json", 7, FileFormat.JSON))));
    }

    @Test
    void stopsUnpackingAtTheRatio() {
        var bomb = Facts.of(Archives.gzip(new byte[40 << 20]));
        assertThat(bomb.extent()).isEqualTo(new Extent.Partial("ratio", 16 << 20));
    }

    @Test
    void saysThatATruncatedArchiveIsBroken() {
        var whole = Archives.zip(StandardCharsets.UTF_8, "a.csv", "a,b\n".repeat(100));
        var half = Arrays.copyOf(whole, whole.length / 2);
        assertThat(Facts.of(half).format()).isEqualTo(FileFormat.ZIP);
        assertThat(Facts.of(half).content()).isInstanceOf(Content.Malformed.class);
    }

    @Test
    void findsTheRecordsOfJson() {
        assertThat(Facts.tree("[{\"a\":1,\"b\":{\"c\":2}},{\"a\":3}]"))
                .isEqualTo(new TreeProfile(
                        "/", 2, List.of(Facts.field("a", 2), Facts.field("b", 1)), List.of("a", "b", "c"), List.of()));
        assertThat(Facts.tree("{\"ok\":true,\"result\":{\"fields\":[{\"id\":1}],\"records\":[{\"x\":[{}]},{\"x\":[]}]}}"))
                .isEqualTo(new TreeProfile(
                        "/result/records",
                        2,
                        List.of(Facts.field("x", 2)),
                        List.of("fields", "id", "ok", "records", "result", "x"), List.of()));
        assertThat(Facts.tree("{\"a\":1}\n{\"a\":2,\"b\":3}\n"))
                .isEqualTo(new TreeProfile(
                        "/", 2, List.of(Facts.field("a", 2), Facts.field("b", 1)), List.of("a", "b"), List.of()));
        assertThat(Facts.tree("{\"a\":1}")).isEqualTo(new TreeProfile("/", 1, List.of(Facts.field("a", 1)), List.of("a"), List.of()));
    }

    @Test
    void findsTheRecordsOfXml() {
        assertThat(Facts.tree("<R><head><t>x</t></head><row id='1'><a/><a/></row><row id='2'><a/><b/></row></R>"))
                .isEqualTo(new TreeProfile(
                        "/R/row",
                        2,
                        List.of(Facts.field("id", 2), Facts.field("a", 2), Facts.field("b", 1)),
                        List.of("R", "a", "b", "head", "id", "row", "t"), List.of()));
        assertThat(Facts.tree("<R><row><a>1</a><b>2</b></row></R>").recordPath()).isEqualTo("/R/row");
        assertThat(Facts.tree("<kml xmlns='http://www.opengis.net/kml/2.2'><Document><Style id='1'/><Style id='2'/>"
                                + "<Style id='3'/><Folder><Placemark><name/></Placemark></Folder>"
                                + "<Folder><Placemark><name/></Placemark></Folder></Document></kml>"))
                .returns("/kml/Document/Folder/Placemark", TreeProfile::recordPath)
                .returns(2L, TreeProfile::records);
    }

    @Test
    void saysWhereATreeIsBroken() {
        var json = (Content.Malformed) Facts.of("{\"a\":1,\n\"b\":}").content();
        assertThat(json.place().line()).isEqualTo(2);
        assertThat(json.place().offset()).isBetween(12L, 14L);
        var xml = (Content.Malformed) Facts.of("<a>\n<b></c></a>").content();
        assertThat(xml.place().line()).isEqualTo(2);
        var twice = Facts.of("{\n\"a\":1}{\"a\":2}");
        assertThat(twice.content()).isInstanceOf(Content.Malformed.class);
    }

    @Test
    void refusesDocumentTypesAndDeepNesting() {
        var bomb = "<!DOCTYPE a [<!ENTITY b \"" + "x".repeat(1_000) + "\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>";
        assertThat(((Content.Malformed) Facts.of(bomb).content()).reason()).isEqualTo("DTD refused");
        assertThat(((Content.Malformed) Facts.of("<a>".repeat(5_000)).content()).reason())
                .isEqualTo("elements nested deeper than 500");
        assertThat(((Content.Malformed) Facts.of("[".repeat(100_000)).content()).reason())
                .startsWith("JSON beyond a cap");
    }

    @Test
    void readsXmlInTheEncodingThatItReallyHas() {
        var facts = Facts.of("<?xml version=\"1.0\" encoding=\"UTF-8\"?><R><列><名稱>圖書館</名稱></列><列><名稱>學校</名稱></列></R>"
                .getBytes(Facts.CP950));
        assertThat(((Content.Tree) facts.content()).profile().recordPath()).isEqualTo("/R/列");
    }

    @Test
    void saysThatThereAreNoBytes() {
        assertThat(Facts.of(new byte[0]))
                .isEqualTo(new ByteFacts(
                        Sha256.of(new byte[0]),
                        0,
                        Inspector.VERSION,
                        new Extent.Whole(),
                        FileFormat.UNKNOWN,
                        "no bytes",
                        Optional.empty(),
                        new Content.Empty(),
                        Optional.empty()));
    }
}
