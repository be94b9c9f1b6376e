package tw.touchstone.server.rdf;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tw.touchstone.vocabulary.profile.RdfSyntax;

/// Answers a dataset's IRI in RDF where the client would rather have that than the page.
///
/// A filter and not a `produces` of the controller: a client that takes both equally, like `*/*`, gets the page, and
/// the page says `Vary: Accept` too.
@Component
class RdfNegotiation extends OncePerRequestFilter {

    private static final Pattern IRI = Pattern.compile("/datasets/[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern DOCUMENT = Pattern.compile(".*\\.(ttl|jsonld|rdf|nt|json)");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var path = path(request);
        return !reads
                || !IRI.matcher(path).matches()
                || DOCUMENT.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        var syntax = wanted(request);
        if (syntax.isPresent()) {
            var document = path(request) + "." + syntax.get().suffix();
            request.getRequestDispatcher(document).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<RdfSyntax> wanted(HttpServletRequest request) {
        var accept = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        return AcceptedRdf.of(accept);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
