package tw.touchstone.inspection.geo;

import java.util.Arrays;
import java.util.Optional;
import java.util.Locale;
import java.util.regex.Pattern;

/// The coordinate reference systems in use in Taiwan.
public enum Crs {
    /// Longitude and latitude on WGS 84.
    WGS84("EPSG:4326", 0, false),
    /// Longitude and latitude of TWD97, less than a metre from WGS 84.
    TWD97_DEGREES("EPSG:3824", 0, false),
    /// TWD97 / TM2 zone 121: the main island.
    TWD97_121("EPSG:3826", 121, false),
    /// TWD97 / TM2 zone 119: Penghu, Kinmen, Matsu.
    TWD97_119("EPSG:3825", 119, false),
    /// TWD67 / TM2 zone 121, in use until about 2000.
    TWD67_121("EPSG:3828", 121, true),
    /// TWD67 / TM2 zone 119.
    TWD67_119("EPSG:3827", 119, true),
    /// Spherical Mercator of web maps.
    WEB_MERCATOR("EPSG:3857", 0, false);

    private static final double SPHERE = 6_378_137;

    /// Half way around the sphere of web maps; no metres of Taiwan lie as far from their zone.
    private static final double FARTHEST_METRE = 20_037_509;

    private static final Pattern EPSG = Pattern.compile("(?i)(?:EPSG[^0-9]{0,30}?|^)(\\d{4,6})\\s*$");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?i)AUTHORITY\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d{4,6})\"?\\s*]\\s*]\\s*$");
    private static final Pattern MERIDIAN = Pattern.compile("(?i)\"central_meridian\"\\s*,\\s*(\\d{3})(?:\\.0*)?\\s*]");

    private final String id;
    private final double meridian;
    private final boolean twd67;

    Crs(String id, double meridian, boolean twd67) {
        this.id = id;
        this.meridian = meridian;
        this.twd67 = twd67;
    }

    /// The EPSG code, for example `EPSG:3826`.
    public String id() {
        return id;
    }

    /// Whether positions are longitude and latitude in degrees.
    public boolean isDegrees() {
        return this == WGS84 || this == TWD97_DEGREES;
    }

    /// The system with this [#id()].
    public static Optional<Crs> ofId(String id) {
        return Arrays.stream(values()).filter(crs -> crs.id.equals(id)).findFirst();
    }

    /// The id that a name means: `urn:ogc:def:crs:EPSG::3826`, `EPSG:3826`, `…/gml/srs/epsg.xml#4326`,
    /// `urn:ogc:def:crs:OGC:1.3:CRS84`. Empty where it is no EPSG code.
    public static Optional<String> idOfName(String name) {
        var stripped = name.strip();
        if (stripped.toUpperCase(Locale.ROOT).endsWith("CRS84")) {
            return Optional.of(WGS84.id);
        }
        var code = EPSG.matcher(stripped);
        return code.find() ? Optional.of(known("EPSG:" + code.group(1))) : Optional.empty();
    }

    /// The id that well-known text (`.prj`) means; empty where it names none that we know.
    public static Optional<String> idOfText(String wkt) {
        var stripped = wkt.strip();
        var authority = AUTHORITY.matcher(stripped);
        if (authority.find()) {
            return Optional.of(known("EPSG:" + authority.group(1)));
        }
        var folded = stripped.toUpperCase(Locale.ROOT).replace(' ', '_').replace("_", "");
        boolean projected = folded.startsWith("PROJCS");
        if (!projected) {
            if (folded.contains("TWD97") || folded.contains("TWD1997")) {
                return Optional.of(TWD97_DEGREES.id);
            }
            return folded.startsWith("GEOGCS") && (folded.contains("WGS84") || folded.contains("WGS1984"))
                    ? Optional.of(WGS84.id)
                    : Optional.empty();
        }
        if (folded.contains("MERCATORAUXILIARYSPHERE") || folded.contains("PSEUDO-MERCATOR")) {
            return Optional.of(WEB_MERCATOR.id);
        }
        var meridian = MERIDIAN.matcher(stripped);
        if (!folded.contains("TRANSVERSEMERCATOR") || !meridian.find()) {
            return Optional.empty();
        }
        boolean old = folded.contains("TWD67") || folded.contains("TWD1967") || folded.contains("AUSTRALIANNATIONAL")
                || folded.contains("GRS1967") || folded.contains("HUTZUSHAN");
        boolean current = folded.contains("TWD97") || folded.contains("TWD1997") || folded.contains("250000");
        return switch (meridian.group(1)) {
            case "121" -> old ? Optional.of(TWD67_121.id) : current ? Optional.of(TWD97_121.id) : Optional.empty();
            case "119" -> old ? Optional.of(TWD67_119.id) : current ? Optional.of(TWD97_119.id) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// Aliases of the same system.
    private static String known(String id) {
        return switch (id) {
            case "EPSG:900913", "EPSG:102100", "EPSG:3785" -> WEB_MERCATOR.id;
            case "EPSG:102443" -> TWD97_121.id;
            case "EPSG:102442" -> TWD97_119.id;
            default -> id;
        };
    }

    /// The system in which a position of Taiwan has such numbers; empty where there is none.
    static Optional<Crs> likely(double x, double y) {
        if (Math.abs(x) <= 180 && Math.abs(y) <= 180) {
            return Optional.of(WGS84);
        }
        boolean metres = x > 0 && x < 800_000 && y > 1_100_000 && y < 3_000_000;
        return metres ? Optional.of(TWD97_121) : Optional.empty();
    }

    /// Longitude and latitude of a position.
    double[] degrees(double x, double y) {
        if (isDegrees()) {
            return new double[] {x, y};
        }
        if (this == WEB_MERCATOR) {
            return new double[] {
                StrictMath.toDegrees(x / SPHERE),
                StrictMath.toDegrees(2 * StrictMath.atan(StrictMath.exp(y / SPHERE)) - StrictMath.PI / 2)
            };
        }
        if (twd67) {
            // Four parameters of the Academia Sinica, within two metres on the main island.
            double easting = x + 807.8 + 0.00001549 * x + 0.000006521 * y;
            double northing = y - 248.6 + 0.00001549 * y + 0.000006521 * x;
            return TransverseMercator.degrees(easting, northing, meridian);
        }
        return TransverseMercator.degrees(x, y, meridian);
    }

    /// Whether no position at all has such numbers.
    boolean isImpossible(double x, double y) {
        return isDegrees()
                ? Math.abs(x) > 180 || Math.abs(y) > 90
                : Math.abs(x) > FARTHEST_METRE || Math.abs(y) > FARTHEST_METRE;
    }
}
