package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;
import tw.touchstone.model.fact.TreeProfile;
import tw.touchstone.model.fact.ValueCount;

/// Geodata: reference systems, positions and geometries of GeoJSON, KML, GML and shapefiles.
class GeoTest {

    private static GeoProfile geo(ByteFacts facts) {
        return facts.geo().orElseThrow(() -> new AssertionError(facts));
    }

    private static GeoProfile geoJson(String members, String... geometries) {
        var features = Arrays.stream(geometries)
                .map(geometry -> "{\"type\":\"Feature\",\"properties\":{\"名稱\":\"甲\",\"值\":1},\"geometry\":" + geometry + "}")
                .toList();
        return geo(Facts.of("{\"type\":\"FeatureCollection\"," + members + "\"features\":[" + String.join(",\n", features) + "]}"));
    }

    private static String point(double x, double y) {
        return "{\"type\":\"Point\",\"coordinates\":[" + x + "," + y + "]}";
    }

    @Test
    void readsGeoJson() {
        var geo = geoJson("", point(121.5, 25.04), point(120.3, 22.62), "{\"coordinates\":[[119.5,23.5],[119.6,23.6]],\"type\":\"LineString\"}", "null");
        assertThat(geo)
                .returns(Optional.of("EPSG:4326"), GeoProfile::crs)
                .returns(true, GeoProfile::stated)
                .returns(Optional.of(new GeoProfile.Box("119.5", "22.62", "121.5", "25.04")), GeoProfile::box)
                .returns(List.of(new ValueCount("Point", 2), new ValueCount("LineString", 1)), GeoProfile::geometries)
                .returns(4L, GeoProfile::positions)
                .returns(4L, GeoProfile::insideTaiwan)
                .returns(List.of(), GeoProfile::anomalies);
    }

    @Test
    void takesThePropertiesOfFeaturesForFields() {
        var facts = Facts.of("{\"type\":\"FeatureCollection\",\"features\":["
                + "{\"type\":\"Feature\",\"properties\":{\"名稱\":\"甲\",\"值\":1},\"geometry\":" + point(121.5, 25) + "},"
                + "{\"type\":\"Feature\",\"properties\":{\"名稱\":\"乙\"},\"geometry\":" + point(121.5, 25) + "}]}");
        var tree = ((Content.Tree) facts.content()).profile();
        assertThat(tree)
                .returns("/features", TreeProfile::recordPath)
                .returns(2L, TreeProfile::records);
        assertThat(tree.fields()).extracting(FieldPresence::name, FieldPresence::present)
                .containsExactly(tuple("名稱", 2L), tuple("值", 1L));
    }

    @ParameterizedTest
    @CsvSource({
        "121.5, 25.04, ''",
        "118.32, 24.43, ''", // Kinmen
        "119.95, 26.16, ''", // Matsu
        "116.72, 20.70, ''", // Pratas
        "114.36, 10.38, ''", // Taiping
        "25.04, 121.5, swapped-coordinates×1",
        "0, 0, outside-taiwan×1",
        "-121.5, 25.04, outside-taiwan×1",
        "139.7, 35.7, outside-taiwan×1",
        "300000, 2770000, impossible-coordinates×1",
    })
    void tellsWherePositionsLie(double x, double y, String expected) {
        var geo = geoJson("", point(x, y));
        assertThat(String.join(",", Facts.codes(geo.anomalies()))).isEqualTo(expected);
        assertThat(geo.insideTaiwan()).isEqualTo(expected.isEmpty() ? 1 : 0);
    }

    @Test
    void readsTheReferenceSystemOfOldGeoJson() {
        var crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3826\"}},";
        assertThat(geoJson(crs, point(306_000, 2_770_000)))
                .returns(Optional.of("EPSG:3826"), GeoProfile::crs)
                .returns(1L, GeoProfile::insideTaiwan)
                .returns(List.of(), GeoProfile::anomalies);
        assertThat(geoJson(crs.replace("EPSG::3826", "OGC:1.3:CRS84"), point(121.5, 25)))
                .returns(Optional.of("EPSG:4326"), GeoProfile::crs)
                .returns(1L, GeoProfile::insideTaiwan);
        assertThat(geoJson(crs.replace("3826", "32651"), point(306_000, 2_770_000)))
                .returns(Optional.of("EPSG:32651"), GeoProfile::crs)
                .returns(0L, GeoProfile::insideTaiwan)
                .returns(List.of(), GeoProfile::anomalies);
    }

    @Test
    void findsGeometriesThatBreakTheRules() {
        var closed = "{\"type\":\"Polygon\",\"coordinates\":[[[121,24],[121.1,24],[121.1,24.1],[121,24]]]}";
        assertThat(geoJson("", closed).anomalies()).isEmpty();
        assertThat(Facts.codes(geoJson("", closed.replace("[121,24]]]", "[121,24.05]]]")).anomalies()))
                .containsExactly("invalid-geometry×1");
        assertThat(Facts.codes(geoJson("", "{\"type\":\"Polygon\",\"coordinates\":[[[121,24],[121.1,24],[121,24]]]}").anomalies()))
                .containsExactly("invalid-geometry×1");
        assertThat(Facts.codes(geoJson("", "{\"type\":\"Point\",\"coordinates\":[\"121\",\"24\"]}").anomalies()))
                .contains("invalid-geometry×1");
        assertThat(geoJson("", "{\"type\":\"GeometryCollection\",\"geometries\":[" + point(121, 24) + "," + closed + "]}")
                        .positions())
                .isEqualTo(5);
    }

    @Test
    void readsKml() {
        var facts = Facts.of("<kml xmlns='http://www.opengis.net/kml/2.2'><Document><Style id='1'/><Style id='2'/>"
                + "<Folder><Placemark><name>甲</name><ExtendedData><SchemaData><SimpleData name='樓層'>3</SimpleData></SchemaData>"
                + "<Data name='電話'><value>02</value></Data></ExtendedData>"
                + "<Point><coordinates>\n121.5,25.04,0\n</coordinates></Point></Placemark></Folder>"
                + "<Folder><Placemark><name>乙</name><Polygon><outerBoundaryIs><LinearRing><coordinates>"
                + "121,24 121.1,24 121.1,24.1 121,24</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder>"
                + "</Document></kml>");
        assertThat(facts.format()).isEqualTo(FileFormat.KML);
        assertThat(geo(facts))
                .returns(Optional.of("EPSG:4326"), GeoProfile::crs)
                .returns(true, GeoProfile::stated)
                .returns(5L, GeoProfile::positions)
                .returns(5L, GeoProfile::insideTaiwan)
                .returns(List.of(new ValueCount("Point", 1), new ValueCount("Polygon", 1)), GeoProfile::geometries)
                .returns(List.of(), GeoProfile::anomalies);
        var tree = ((Content.Tree) facts.content()).profile();
        assertThat(tree.recordPath()).isEqualTo("/kml/Document/Folder/Placemark");
        assertThat(tree.records()).isEqualTo(2);
        assertThat(tree.fields()).extracting(FieldPresence::name).contains("name", "樓層", "電話");
    }

    @Test
    void readsKmz() {
        var kml = "<kml xmlns='http://www.opengis.net/kml/2.2'><Placemark><Point><coordinates>121.5,25</coordinates></Point></Placemark></kml>";
        var facts = Facts.of(Archives.zip(StandardCharsets.UTF_8, "doc.kml", kml));
        assertThat(facts.format()).isEqualTo(FileFormat.KMZ);
        assertThat(geo(facts).insideTaiwan()).isEqualTo(1);
    }

    @Test
    void readsGmlInTheOrderOfItsAxes() {
        var template = "<wfs:FeatureCollection xmlns:wfs='http://www.opengis.net/wfs' xmlns:gml='http://www.opengis.net/gml'>"
                + "<gml:featureMember><station><name>甲</name><gml:Point%s><gml:pos>%s</gml:pos></gml:Point></station></gml:featureMember>"
                + "<gml:featureMember><station><name>乙</name></station></gml:featureMember></wfs:FeatureCollection>";
        var urn = Facts.of(template.formatted(" srsName='urn:ogc:def:crs:EPSG::4326'", "25.04 121.5"));
        assertThat(urn.format()).isEqualTo(FileFormat.GML);
        assertThat(((Content.Tree) urn.content()).profile().recordPath())
                .isEqualTo("/FeatureCollection/featureMember/station");
        assertThat(geo(urn))
                .returns(Optional.of(new GeoProfile.Box("121.5", "25.04", "121.5", "25.04")), GeoProfile::box)
                .returns(1L, GeoProfile::insideTaiwan);
        var plain = geo(Facts.of(template.formatted(" srsName='EPSG:4326'", "121.5 25.04")));
        assertThat(plain.insideTaiwan()).isEqualTo(1);
        var swapped = geo(Facts.of(template.formatted(" srsName='EPSG:4326'", "25.04 121.5")));
        assertThat(Facts.codes(swapped.anomalies())).containsExactly("swapped-coordinates×1");
        var metres = geo(Facts.of(template.formatted(" srsName='http://www.opengis.net/gml/srs/epsg.xml#3826'", "306000 2770000")));
        assertThat(metres).returns(Optional.of("EPSG:3826"), GeoProfile::crs).returns(1L, GeoProfile::insideTaiwan);
        var none = geo(Facts.of(template.formatted("", "121.5 25.04")));
        assertThat(none).returns(Optional.of("EPSG:4326"), GeoProfile::crs).returns(false, GeoProfile::stated);
        assertThat(Facts.codes(none.anomalies())).containsExactly("missing-crs×1");
    }

    private static final byte[] SHP =
            Shapefiles.shp(1, Shapefiles.point(306_000, 2_770_000), Shapefiles.point(180_000, 2_500_000));

    @Test
    void readsAShapefileByItsParts() {
        var facts = Facts.of(Archives.zipOf(
                "路/a.shp", SHP,
                "路/a.shx", new byte[100],
                "路/a.dbf", Shapefiles.dbf(0x4F, "臺北市立圖書館", "學校"),
                "路/a.prj", Shapefiles.TWD97.getBytes(StandardCharsets.UTF_8)));
        assertThat(facts.format()).isEqualTo(FileFormat.SHP);
        assertThat(((Content.Members) facts.content()).anomalies()).isEmpty();
        assertThat(geo(facts))
                .returns(Optional.of("EPSG:3826"), GeoProfile::crs)
                .returns(true, GeoProfile::stated)
                .returns(2L, GeoProfile::positions)
                .returns(2L, GeoProfile::insideTaiwan)
                .returns(List.of(new ValueCount("Point", 2)), GeoProfile::geometries)
                .returns(List.of(), GeoProfile::anomalies);
        var dbf = member(facts, "路/a.dbf");
        assertThat(dbf.format()).isEqualTo(FileFormat.DBF);
        assertThat(dbf.text().map(TextFacts::encoding)).contains(TextEncoding.BIG5);
        assertThat(((Content.Tables) dbf.content()).tables().getFirst())
                .returns(List.of("NAME", "COUNT"), TableProfile::header)
                .returns(2L, TableProfile::rows)
                .satisfies(table -> assertThat(table.columns().getFirst().top())
                        .contains(new ValueCount("臺北市立圖書館", 1)));
    }

    private static ByteFacts member(ByteFacts facts, String path) {
        return ((Content.Members) facts.content()).members().stream()
                .filter(member -> member.path().equals(path))
                .findFirst()
                .flatMap(Member::facts)
                .orElseThrow();
    }

    @Test
    void readsTheTextsOfAShapefileAsTheirBytesAre() {
        var utf8 = Shapefiles.dbf(0, "臺北市", "高雄市");
        var stated = Facts.of(Archives.zipOf("a.shp", SHP, "a.shx", new byte[100], "a.dbf", utf8, "a.cpg", "UTF-8".getBytes(StandardCharsets.UTF_8)));
        assertThat(member(stated, "a.dbf").text().orElseThrow())
                .isEqualTo(new TextFacts(TextEncoding.UTF_8, false, List.of()));
        var lying = Facts.of(Archives.zipOf("a.shp", SHP, "a.shx", new byte[100], "a.dbf", Shapefiles.dbf(0x4F, "臺北市立圖書館"), "a.cpg", "UTF-8".getBytes(StandardCharsets.UTF_8)));
        var text = member(lying, "a.dbf").text().orElseThrow();
        assertThat(text.encoding()).isEqualTo(TextEncoding.BIG5);
        assertThat(text.contradictions()).singleElement()
                .satisfies(each -> assertThat(each.encoding()).isEqualTo(TextEncoding.UTF_8));
        assertThat(Facts.of(utf8).text().map(TextFacts::encoding)).contains(TextEncoding.UTF_8);
    }

    @Test
    void saysWhatAShapefileLacks() {
        var facts = Facts.of(Archives.zipOf("a.shp", SHP, "a.shx", new byte[100]));
        assertThat(facts.format()).isEqualTo(FileFormat.SHP);
        assertThat(Facts.codes(((Content.Members) facts.content()).anomalies())).containsExactly("missing-part×1");
        assertThat(Facts.codes(geo(facts).anomalies())).containsExactly("missing-crs×1");
        assertThat(geo(facts).crs()).contains("EPSG:3826");
        var alone = Facts.of(SHP);
        assertThat(Facts.codes(geo(alone).anomalies())).containsExactly("missing-crs×1", "missing-part×2");
    }

    @Test
    void findsTheTroublesOfShapes() {
        var ring = Shapefiles.polygon(121, 24, 121.1, 24, 121.1, 24.1, 121, 24);
        assertThat(Facts.codes(geo(Facts.of(Shapefiles.shp(5, ring))).anomalies())).doesNotContain("invalid-geometry×1");
        var open = Shapefiles.polygon(121, 24, 121.1, 24, 121.1, 24.1, 121, 24.05);
        assertThat(Facts.codes(geo(Facts.of(Shapefiles.shp(5, ring, open))).anomalies())).contains("invalid-geometry×1");
        var cut = Facts.of(Arrays.copyOf(SHP, SHP.length - 5));
        var broken = (Content.Malformed) cut.content();
        assertThat(broken.place().line()).isEqualTo(2);
        assertThat(broken.place().offset()).isEqualTo(128);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]]] | EPSG:4326",
        "PROJCS[\"TWD67_TM2\",GEOGCS[\"GCS_TWD_1967\"],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"Central_Meridian\",121.0]] | EPSG:3828",
        "PROJCS[\"TWD97 / TM2 zone 119\",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"central_meridian\",119],AUTHORITY[\"EPSG\",\"3825\"]] | EPSG:3825",
        "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",PROJECTION[\"Mercator_Auxiliary_Sphere\"]] | EPSG:3857",
        "PROJCS[\"Something_Else\",PROJECTION[\"Lambert\"]] | Something_Else",
    })
    void readsProjections(String wkt, String expected) {
        var facts = Facts.of(Archives.zipOf("a.shp", SHP, "a.shx", new byte[0], "a.dbf", Shapefiles.dbf(0, "a"), "a.prj", wkt.getBytes(StandardCharsets.UTF_8)));
        assertThat(geo(facts).crs()).contains(expected);
    }
}
