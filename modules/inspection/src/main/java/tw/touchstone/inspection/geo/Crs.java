package tw.touchstone.inspection.geo;

import java.util.Arrays;
import java.util.Optional;

/// The coordinate reference systems in use in Taiwan.
public enum Crs {
    /// Longitude and latitude on WGS 84; TWD97 in degrees differs by less than a metre.
    WGS84("EPSG:4326"),
    /// TWD97 / TM2 zone 121: the main island.
    TWD97_121("EPSG:3826"),
    /// TWD97 / TM2 zone 119: Penghu, Kinmen, Matsu.
    TWD97_119("EPSG:3825");

    private final String id;

    Crs(String id) {
        this.id = id;
    }

    /// The EPSG code, for example `EPSG:3826`.
    public String id() {
        return id;
    }

    /// The system with this [#id()].
    public static Optional<Crs> ofId(String id) {
        return Arrays.stream(values()).filter(crs -> crs.id.equals(id)).findFirst();
    }

    /// The central meridian of a TM2 zone in degrees; 0 where positions are in degrees already.
    double meridian() {
        return switch (this) {
            case WGS84 -> 0;
            case TWD97_121 -> 121;
            case TWD97_119 -> 119;
        };
    }
}
