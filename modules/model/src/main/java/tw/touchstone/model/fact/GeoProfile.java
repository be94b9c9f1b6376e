package tw.touchstone.model.fact;

import java.util.List;
import java.util.Optional;

/// Where the positions of a file lie: of its geometries, or of the rows of a table with coordinate columns.
///
/// Numbers are decimal text in the unit of the reference system, with at most seven digits behind the point.
///
/// @param crs          the coordinate reference system, for example `EPSG:4326` or `EPSG:3826`; empty where it is
///                     neither stated nor fixed by the format nor plain from the values
/// @param stated       whether the file itself or its format says so, rather than the values
/// @param box          around all positions; empty where there are none
/// @param geometries   kinds of geometry (`Point`, `Polygon`, …) and how many of each, most frequent first
/// @param positions    how many positions were read
/// @param insideTaiwan how many of them lie in Taiwan, its islands and waters
/// @param areas        codes of counties and cities, and how many positions lie in the box around each
/// @param anomalies    `outside-taiwan`, `swapped-coordinates` and the like
public record GeoProfile(
        Optional<String> crs,
        boolean stated,
        Optional<Box> box,
        List<ValueCount> geometries,
        long positions,
        long insideTaiwan,
        List<ValueCount> areas,
        List<Anomaly> anomalies) {

    public GeoProfile {
        geometries = List.copyOf(geometries);
        areas = List.copyOf(areas);
        anomalies = List.copyOf(anomalies);
    }

    /// The smallest rectangle around positions: least and greatest easting (or longitude) and northing (or latitude).
    public record Box(String west, String south, String east, String north) {}
}
