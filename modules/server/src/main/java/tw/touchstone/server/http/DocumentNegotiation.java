package tw.touchstone.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers the address of a page that is there as JSON or Turtle too with that, where the client would rather have it; a
/// client that takes both equally gets the page.
@Component
class DocumentNegotiation extends OncePerRequestFilter {

    private static final Pattern RULES = Pattern.compile("/rules(/[a-z0-9-]{1,64})?");
    private static final Pattern OTHERS = Pattern.compile("/(policies|standards)(/[a-z0-9-]{1,64})?"
            + "|/datasets/[A-Za-z0-9._-]{1,64}/(scorecard|history|versions)|/verify/[A-Za-z0-9._-]{1,64}(?<!\\.json)");
    private static final MediaType TURTLE = MediaType.parseMediaType("text/turtle");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return !reads
                || !(RULES.matcher(path(request)).matches()
                        || OTHERS.matcher(path(request)).matches());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        var suffix = wanted(request, RULES.matcher(path(request)).matches());
        if (suffix.isPresent()) {
            request.getRequestDispatcher(path(request) + suffix.get()).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<String> wanted(HttpServletRequest request, boolean hasTurtle) {
        var accept = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        try {
            var ranges = MediaType.parseMediaTypes(accept);
            double page = quality(ranges, MediaType.TEXT_HTML);
            double json = quality(ranges, MediaType.APPLICATION_JSON);
            double turtle = hasTurtle ? quality(ranges, TURTLE) : 0;
            if (Math.max(json, turtle) <= page) {
                return Optional.empty();
            }
            return Optional.of(turtle > json ? ".ttl" : ".json");
        } catch (InvalidMediaTypeException unreadable) {
            return Optional.empty();
        }
    }

    /// The quality of the most specific range that includes the type; zero where none does. (RFC 9110, section 12.5.1)
    private static double quality(List<MediaType> ranges, MediaType type) {
        return ranges.stream()
                .filter(range -> range.includes(type))
                .max(Comparator.comparingInt(range -> range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
