package tw.touchstone.server.scorecard;

import java.util.List;

/// One check in the reader's language.
///
/// @param outcome `passed`, `failed`, `not-applicable` or `not-measured`
/// @param why     why there is no verdict; empty where there is one
/// @param advice  how to mend it; only where it failed
public record CheckView(
        String name,
        String url,
        String outcome,
        String why,
        String seen,
        String expected,
        List<PlaceView> places,
        String advice) {

    public CheckView {
        places = List.copyOf(places);
    }

    /// Where something is wrong.
    public record PlaceView(String where, String text) {}
}
