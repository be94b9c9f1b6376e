package tw.touchstone.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/// The address of the page after the one that was asked for, as the client reached this one.
final class NextPage {

    private NextPage() {}

    /// The request's own address with one parameter set anew.
    static String of(HttpServletRequest request, String parameter, String value) {
        var query = new ArrayList<String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(parameter)) {
                for (var each : values) {
                    query.add(encoded(name) + "=" + encoded(each));
                }
            }
        });
        query.add(encoded(parameter) + "=" + encoded(value));
        return request.getRequestURL() + "?" + String.join("&", query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
