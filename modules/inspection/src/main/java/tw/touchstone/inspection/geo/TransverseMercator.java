package tw.touchstone.inspection.geo;

/// Turns metres of TWD97 / TM2 into degrees, within a centimetre inside a zone (Snyder, Map Projections, USGS 1395,
/// p. 63; ellipsoid GRS 80, scale 0.9999, false easting 250,000 m).
final class TransverseMercator {

    private static final double AXIS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double SCALE = 0.9999;
    private static final double FALSE_EASTING = 250_000;
    private static final double E2 = FLATTENING * (2 - FLATTENING);
    private static final double SECOND_E2 = E2 / (1 - E2);

    private TransverseMercator() {}

    /// Longitude and latitude in degrees.
    static double[] degrees(double easting, double northing, double meridian) {
        double m = northing / SCALE;
        double mu = m / (AXIS * (1 - E2 / 4 - 3 * E2 * E2 / 64 - 5 * E2 * E2 * E2 / 256));
        double root = StrictMath.sqrt(1 - E2);
        double e1 = (1 - root) / (1 + root);
        double foot = mu
                + (3 * e1 / 2 - 27 * e1 * e1 * e1 / 32) * StrictMath.sin(2 * mu)
                + (21 * e1 * e1 / 16 - 55 * e1 * e1 * e1 * e1 / 32) * StrictMath.sin(4 * mu)
                + (151 * e1 * e1 * e1 / 96) * StrictMath.sin(6 * mu);
        double sin = StrictMath.sin(foot);
        double cos = StrictMath.cos(foot);
        double tan = sin / cos;
        double c = SECOND_E2 * cos * cos;
        double t = tan * tan;
        double n = AXIS / StrictMath.sqrt(1 - E2 * sin * sin);
        double r = AXIS * (1 - E2) / StrictMath.pow(1 - E2 * sin * sin, 1.5);
        double d = (easting - FALSE_EASTING) / (n * SCALE);
        double d2 = d * d;
        double latitude = foot
                - (n * tan / r)
                        * (d2 / 2
                                - (5 + 3 * t + 10 * c - 4 * c * c - 9 * SECOND_E2) * d2 * d2 / 24
                                + (61 + 90 * t + 298 * c + 45 * t * t - 252 * SECOND_E2 - 3 * c * c) * d2 * d2 * d2 / 720);
        double longitude = (d
                        - (1 + 2 * t + c) * d2 * d / 6
                        + (5 - 2 * c + 28 * t - 3 * c * c + 8 * SECOND_E2 + 24 * t * t) * d2 * d2 * d / 120)
                / cos;
        return new double[] {meridian + StrictMath.toDegrees(longitude), StrictMath.toDegrees(latitude)};
    }
}
