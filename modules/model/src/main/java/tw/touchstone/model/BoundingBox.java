package tw.touchstone.model;

import java.math.BigDecimal;

/// A rectangle on the Earth in degrees, WGS 84. (`dcat:bbox`)
///
/// A box whose edges stand the wrong way round can be declared, and is then a finding, not an error. Equal numbers are
/// equal whatever their trailing zeros.
public record BoundingBox(BigDecimal west, BigDecimal south, BigDecimal east, BigDecimal north) {

    public BoundingBox {
        west = Decimals.plain(west);
        south = Decimals.plain(south);
        east = Decimals.plain(east);
        north = Decimals.plain(north);
    }

    /// Whether the edges are degrees and stand the right way round; a box across the antimeridian is not foreseen.
    public boolean isValid() {
        return isWithin(west, 180)
                && isWithin(east, 180)
                && isWithin(south, 90)
                && isWithin(north, 90)
                && west.compareTo(east) <= 0
                && south.compareTo(north) <= 0;
    }

    /// Whether a point lies inside or on the edge.
    public boolean contains(BigDecimal longitude, BigDecimal latitude) {
        return west.compareTo(longitude) <= 0
                && longitude.compareTo(east) <= 0
                && south.compareTo(latitude) <= 0
                && latitude.compareTo(north) <= 0;
    }

    private static boolean isWithin(BigDecimal degrees, int most) {
        return degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
