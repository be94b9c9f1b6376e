package tw.touchstone.server.rows;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.touchstone.catalog.rows.RowQuery;

/// Where an answer goes on: the same address with another offset.
///
/// @param address without its query
/// @param others  `name=value` of every parameter but the two that say where
record NextRows(String address, List<String> others, RowQuery query) {

    NextRows {
        others = List.copyOf(others);
    }

    static NextRows of(HttpServletRequest request, String base, RowQuery query) {
        var others = new ArrayList<String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("limit") && !name.equals("offset")) {
                for (var value : values) {
                    others.add(encoded(name) + "=" + encoded(value));
                }
            }
        });
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return new NextRows(base + path.substring(1), others, query);
    }

    /// The next page; empty behind the last one.
    Optional<String> after(long total, long given) {
        boolean more = total >= 0 ? query.offset() + given < total : given == query.limit();
        if (!more || given == 0) {
            return Optional.empty();
        }
        var parameters = new ArrayList<>(others);
        parameters.add("limit=" + query.limit());
        parameters.add("offset=" + (query.offset() + given));
        return Optional.of(address + "?" + String.join("&", parameters));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
