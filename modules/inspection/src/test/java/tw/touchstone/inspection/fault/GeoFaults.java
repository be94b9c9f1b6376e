package tw.touchstone.inspection.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import tw.touchstone.inspection.fault.Fault.Planted;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.ValueCount;

/// Trouble with positions in GeoJSON, KML and GML.
final class GeoFaults {

    private GeoFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("GeoJSON points", GeoFaults::points),
                fault("GeoJSON polygons", GeoFaults::polygons),
                fault("GeoJSON with latitude first", GeoFaults::swapped),
                fault("GeoJSON in metres of TWD97 that does not say so", GeoFaults::metres),
                fault("GeoJSON that says TWD97", GeoFaults::statedTwd97),
                fault("one point at null island", GeoFaults::nullIsland),
                fault("a ring that is not closed", GeoFaults::openRing),
                fault("KML placemarks", GeoFaults::kml),
                fault("GML with latitude first as its reference system asks", GeoFaults::gml));
    }

    private static Fault fault(String name, Function<Random, Planted> plant) {
        return new Fault("geo", name, plant);
    }

    private static final int COUNT = 20;

    private static double lon(int i) {
        return 121.5 + i * 0.001;
    }

    private static double lat(int i) {
        return 25.0 + i * 0.001;
    }

    private static String collection(String head, IntFunction<String> geometry) {
        var features = new ArrayList<String>();
        for (int i = 0; i < COUNT; i++) {
            features.add("{\"type\":\"Feature\",\"properties\":{\"名稱\":\"點%d\"},\"geometry\":%s}".formatted(i, geometry.apply(i)));
        }
        return "{\"type\":\"FeatureCollection\"," + head + "\"features\":[" + String.join(",\n", features) + "]}";
    }

    private static String point(String x, String y) {
        return "{\"type\":\"Point\",\"coordinates\":[%s,%s]}".formatted(x, y);
    }

    private static String pointAt(int i) {
        return point("%.4f".formatted(lon(i)), "%.4f".formatted(lat(i)));
    }

    private static Planted planted(String text, Consumer<Seen> expectation) {
        return new Planted(text.getBytes(UTF_8), expectation);
    }

    private static GeoProfile geo(Seen seen) {
        return seen.facts().geo().orElseThrow(() -> new AssertionError("no positions in " + seen.summary()));
    }

    private static Planted points(Random random) {
        return planted(collection("", GeoFaults::pointAt), seen -> {
            assertThat(seen.format()).isEqualTo(FileFormat.GEOJSON);
            assertThat(geo(seen).crs()).contains("EPSG:4326");
            assertThat(geo(seen).stated()).isTrue();
            assertThat(geo(seen).positions()).isEqualTo(COUNT);
            assertThat(geo(seen).insideTaiwan()).isEqualTo(COUNT);
            assertThat(geo(seen).box()).contains(new GeoProfile.Box("121.5", "25", "121.519", "25.019"));
            assertThat(geo(seen).geometries()).containsExactly(new ValueCount("Point", COUNT));
            assertThat(geo(seen).areas()).anyMatch(area -> area.value().equals("63000"));
            assertThat(seen.anomalies()).isEmpty();
            assertThat(seen.tree().records()).isEqualTo(COUNT);
        });
    }

    private static String ring(int i, boolean closed) {
        double x = lon(i);
        double y = lat(i);
        var corners = new ArrayList<String>();
        corners.add("[%.4f,%.4f]".formatted(x, y));
        corners.add("[%.4f,%.4f]".formatted(x + 0.0004, y));
        corners.add("[%.4f,%.4f]".formatted(x + 0.0004, y + 0.0004));
        corners.add("[%.4f,%.4f]".formatted(x, y + 0.0004));
        if (closed) {
            corners.add(corners.getFirst());
        }
        return "{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", corners) + "]]}";
    }

    private static Planted polygons(Random random) {
        return planted(collection("", i -> ring(i, true)), seen -> {
            assertThat(geo(seen).geometries()).containsExactly(new ValueCount("Polygon", COUNT));
            assertThat(geo(seen).positions()).isEqualTo(COUNT * 5L);
            assertThat(seen.anomalies()).isEmpty();
        });
    }

    private static Planted openRing(Random random) {
        int open = random.nextInt(COUNT);
        return planted(collection("", i -> ring(i, i != open)), seen -> assertThat(
                        seen.anomaly(AnomalyCode.INVALID_GEOMETRY).count())
                .isEqualTo(1));
    }

    private static Planted swapped(Random random) {
        return planted(collection("", i -> point("%.4f".formatted(lat(i)), "%.4f".formatted(lon(i)))), seen -> {
            assertThat(seen.anomaly(AnomalyCode.SWAPPED_COORDINATES).count()).isEqualTo(COUNT);
            assertThat(geo(seen).insideTaiwan()).isZero();
        });
    }

    private static Planted metres(Random random) {
        return planted(collection("", i -> point(Integer.toString(301_000 + i), Integer.toString(2_770_000 + i))), seen -> {
            boolean said = seen.anomalies().stream()
                    .anyMatch(each -> each.code() == AnomalyCode.MISSING_CRS || each.code() == AnomalyCode.IMPOSSIBLE_COORDINATES);
            assertThat(said).as(seen.summary()).isTrue();
        });
    }

    private static Planted statedTwd97(Random random) {
        var head = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3826\"}},";
        return planted(collection(head, i -> point(Integer.toString(301_000 + i), Integer.toString(2_770_000 + i))), seen -> {
            assertThat(geo(seen).crs()).contains("EPSG:3826");
            assertThat(geo(seen).insideTaiwan()).isEqualTo(COUNT);
        });
    }

    private static Planted nullIsland(Random random) {
        int lost = random.nextInt(COUNT);
        return planted(collection("", i -> i == lost ? point("0", "0") : pointAt(i)), seen -> {
            assertThat(seen.anomaly(AnomalyCode.OUTSIDE_TAIWAN).count()).isEqualTo(1);
            assertThat(geo(seen).insideTaiwan()).isEqualTo(COUNT - 1L);
        });
    }

    private static Planted kml(Random random) {
        var marks = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            marks.append("<Placemark><name>點%d</name><Point><coordinates>%.4f,%.4f,0</coordinates></Point></Placemark>\n"
                    .formatted(i, lon(i), lat(i)));
        }
        return planted("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n" + marks
                + "</Document></kml>", seen -> {
            assertThat(seen.format()).isEqualTo(FileFormat.KML);
            assertThat(geo(seen).crs()).contains("EPSG:4326");
            assertThat(geo(seen).positions()).isEqualTo(COUNT);
            assertThat(geo(seen).insideTaiwan()).isEqualTo(COUNT);
        });
    }

    private static Planted gml(Random random) {
        var marks = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            marks.append(("<gml:featureMember><點><gml:Point srsName=\"urn:ogc:def:crs:EPSG::4326\"><gml:pos>%.4f %.4f</gml:pos>"
                            + "</gml:Point></點></gml:featureMember>\n").formatted(lat(i), lon(i)));
        }
        return planted("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\">\n"
                + marks + "</gml:FeatureCollection>", seen -> {
            assertThat(seen.format()).isEqualTo(FileFormat.GML);
            assertThat(geo(seen).positions()).isEqualTo(COUNT);
            assertThat(geo(seen).insideTaiwan()).isEqualTo(COUNT);
        });
    }
}
