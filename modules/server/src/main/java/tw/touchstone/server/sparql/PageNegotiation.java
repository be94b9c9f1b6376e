package tw.touchstone.server.sparql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers whoever names HTML at the endpoint with the page; all others talk to the endpoint itself.
@Component
class PageNegotiation extends OncePerRequestFilter {

    /// Where the page is inside the server; from outside nothing is there.
    static final String PAGE = "/sparql/page";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/sparql") || !request.getMethod().matches("GET|HEAD");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (namesHtml(request)) {
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean namesHtml(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))).stream()
                    .anyMatch(range -> range.equalsTypeAndSubtype(MediaType.TEXT_HTML) && range.getQualityValue() > 0);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
