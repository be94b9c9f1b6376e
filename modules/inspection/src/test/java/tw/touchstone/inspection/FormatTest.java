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
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;

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
                arguments(FileFormat.TRIG, "@prefix a: <http://a/> .\na:g {\n a:b a:c a:d .\n}\n"),
                arguments(FileFormat.N_QUADS, "<http://a/b> <http://a/c> \"d\" <http://a/g> .\n"),
                arguments(FileFormat.TURTLE, "@base <http://a/> .\n<b> <c> <d> .\n"),
                arguments(FileFormat.TURTLE, "PREFIX 甲.乙: <http://a/>\n甲.乙:a 甲.乙:b 1 .\n"),
                arguments(FileFormat.API, "openapi: 3.0.1\ninfo:\n  title: x\npaths:\n  /a: {}\n"),
                arguments(FileFormat.TXT, "openapi: 3.0.1\nwithout the rest\n"),
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
                arguments(FileFormat.RAR, "526172211a0700cf"),
                arguments(FileFormat.JPEG, "ffd8ffe000104a464946"),
                arguments(FileFormat.PNG, "89504e470d0a1a0a0000000d"),
                arguments(FileFormat.GIF, "474946383961"),
                arguments(FileFormat.TIFF, "49492a0008000000"),
                arguments(FileFormat.MP3, "494433030000"),
                arguments(FileFormat.MP4, "000000186674797069736f6d"),
                arguments(FileFormat.SQLITE, "53514c69746520666f726d6174203300"),
                arguments(FileFormat.HDF5, "894844460d0a1a0a00"),
                arguments(FileFormat.NETCDF, "4344460100000000"),
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
    void takesAReferenceSystemForText() {
        assertThat(Facts.of(Shapefiles.TWD97)).returns(FileFormat.TXT, ByteFacts::format);
        assertThat(Facts.of("GEOGCS,PROJCS\n1,2\n3,4\n").format()).isEqualTo(FileFormat.CSV);
    }

    @Test
    void tellsOfficeFilesByTheirStreams() {
        assertThat(Facts.of(Archives.ole2("Workbook", new byte[512])).format()).isEqualTo(FileFormat.XLS);
        assertThat(Facts.of(Archives.ole2("WordDocument", new byte[512])))
                .returns(FileFormat.DOC, ByteFacts::format)
                .returns(new Content.Opaque(), ByteFacts::content);
        var encrypted = new byte[512];
        encrypted[11] = 1;
        assertThat(Facts.of(Archives.ole2("WordDocument", encrypted)))
                .returns(FileFormat.DOC, ByteFacts::format)
                .returns(new Content.Encrypted(), ByteFacts::content);
        assertThat(Facts.of(Archives.ole2("EncryptedPackage", new byte[512])))
                .returns(FileFormat.UNKNOWN, ByteFacts::format)
                .returns("an encrypted Office document", ByteFacts::formatEvidence)
                .returns(new Content.Encrypted(), ByteFacts::content);
        assertThat(Facts.of(Archives.ole2("Other", new byte[512])).format()).isEqualTo(FileFormat.UNKNOWN);
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
    void readsMembersWithNamesInBig5() {
        var table = "a,b\n1,2\n";
        var facts = Facts.of(Archives.zip(Facts.CP950, "資料.csv", table, "說明.txt", "words"));
        var big5 = new Anomaly(
                AnomalyCode.UNDECLARED_NAME_ENCODING,
                2,
                List.of(new Place("資料.csv", 0, 0, -1, "資料.csv"), new Place("說明.txt", 0, 0, -1, "說明.txt")));
        assertThat(facts.content())
                .isEqualTo(new Content.Members(
                        List.of(
                                new Member("資料.csv", 8, FileFormat.CSV, Optional.of(Facts.of(table))),
                                new Member("說明.txt", 5, FileFormat.TXT, Optional.of(Facts.of("words")))),
                        List.of(big5)));
    }

    @Test
    void looksIntoGzipAndTar() {
        var table = "a,b\n1,2\n";
        var gzip = Facts.of(Archives.gzip(table.getBytes(StandardCharsets.UTF_8)));
        assertThat(gzip.format()).isEqualTo(FileFormat.GZIP);
        assertThat(gzip.content())
                .isEqualTo(new Content.Members(
                        List.of(new Member("", 8, FileFormat.CSV, Optional.of(Facts.of(table))))));
        var tar = Facts.of(Archives.tar("d/x.json", "{\"a\":1}"));
        assertThat(tar.format()).isEqualTo(FileFormat.TAR);
        assertThat(tar.content())
                .isEqualTo(new Content.Members(
                        List.of(new Member("d/x.json", 7, FileFormat.JSON, Optional.of(Facts.of("{\"a\":1}"))))));
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
    void readsXmlInTheEncodingThatItReallyHas() {
        var facts = Facts.of("<?xml version=\"1.0\" encoding=\"UTF-8\"?><R><列><名稱>圖書館</名稱></列><列><名稱>學校</名稱></列></R>"
                .getBytes(Facts.CP950));
        assertThat(((Content.Tree) facts.content()).profile().recordPath()).isEqualTo("/R/列");
    }

    @Test
    void saysTheTitleOfAPage() {
        assertThat(Facts.of("<!DOCTYPE html><html><head><title>\n 查無 資料 </title></head></html>").formatEvidence())
                .isEqualTo("begins with an HTML tag, titled 查無 資料");
    }

    @Test
    void tellsEncryptedPdfs() {
        var plain = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
        assertThat(Facts.of(plain))
                .returns(FileFormat.PDF, ByteFacts::format)
                .returns("begins with %PDF-1.7", ByteFacts::formatEvidence)
                .returns(new Content.Opaque(), ByteFacts::content);
        assertThat(Facts.of(plain.replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 5 0 R")).content())
                .isEqualTo(new Content.Encrypted());
        var streamed = "%PDF-1.7\n5 0 obj\n<< /Type /XRef /Encrypt 3 0 R >>\nstream\nx\nendstream\nendobj\nstartxref\n9\n%%EOF\n";
        assertThat(Facts.of(streamed).content()).isEqualTo(new Content.Encrypted());
        assertThat(Facts.of(streamed.replace("/Encrypt 3 0 R", "")).content()).isEqualTo(new Content.Opaque());
        // In a stream the word says nothing.
        assertThat(Facts.of(streamed.replace("/Encrypt 3 0 R", "").replace("stream\nx", "stream\n/Encrypt 3 0 R"))
                        .content())
                .isEqualTo(new Content.Opaque());
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
