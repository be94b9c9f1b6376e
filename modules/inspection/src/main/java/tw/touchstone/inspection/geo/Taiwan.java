package tw.touchstone.inspection.geo;

import java.util.List;

/// Rectangles around Taiwan's counties and cities, in degrees, a little wider than their land (read off 內政部國土測繪中心's
/// 直轄市、縣市界線 to two decimals). Rectangles overlap: a position in the hills can lie in several.
final class Taiwan {

    record Area(String code, double west, double south, double east, double north) {

        boolean contains(double longitude, double latitude) {
            return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
        }
    }

    static final List<Area> COUNTIES = List.of(
            new Area("63000", 121.45, 24.95, 121.67, 25.22),
            new Area("65000", 121.28, 24.67, 122.02, 25.31),
            new Area("68000", 120.97, 24.58, 121.49, 25.13),
            new Area("66000", 120.46, 23.99, 121.46, 24.45),
            new Area("67000", 120.02, 22.88, 120.66, 23.42),
            new Area("64000", 120.17, 22.46, 121.05, 23.48),
            new Area("10002", 121.31, 24.30, 121.98, 25.02),
            new Area("10004", 120.90, 24.42, 121.42, 24.95),
            new Area("10005", 120.60, 24.28, 121.27, 24.75),
            new Area("10007", 120.26, 23.78, 120.69, 24.21),
            new Area("10008", 120.61, 23.43, 121.35, 24.26),
            new Area("10009", 120.02, 23.50, 120.74, 23.85),
            new Area("10010", 120.02, 23.22, 120.96, 23.65),
            new Area("10013", 120.34, 21.89, 120.91, 22.90),
            new Area("10014", 120.73, 21.93, 121.63, 23.45),
            new Area("10015", 120.98, 23.09, 121.78, 24.38),
            new Area("10016", 119.30, 23.18, 119.73, 23.82),
            new Area("10017", 121.62, 25.04, 121.81, 25.20),
            new Area("10018", 120.86, 24.70, 121.04, 24.87),
            new Area("10020", 120.38, 23.42, 120.52, 23.53),
            new Area("09007", 119.88, 25.92, 120.52, 26.40),
            new Area("09020", 118.13, 24.35, 118.51, 24.55));

    /// The main island, Penghu and the waters around, and the islands further off.
    private static final List<Area> WATERS = List.of(
            new Area("main", 119.25, 21.50, 122.60, 25.40),
            new Area("pengjia", 121.90, 25.40, 122.15, 25.70),
            new Area("kinmen", 118.10, 24.30, 118.60, 24.60),
            new Area("wuqiu", 119.40, 24.95, 119.50, 25.05),
            new Area("matsu", 119.85, 25.90, 120.60, 26.45),
            new Area("diaoyutai", 123.40, 25.65, 124.60, 26.00),
            new Area("dongsha", 116.60, 20.50, 117.00, 20.85),
            new Area("taiping", 114.30, 10.30, 114.45, 10.45));

    private Taiwan() {}

    static boolean contains(double longitude, double latitude) {
        for (var area : WATERS) {
            if (area.contains(longitude, latitude)) {
                return true;
            }
        }
        return false;
    }
}
