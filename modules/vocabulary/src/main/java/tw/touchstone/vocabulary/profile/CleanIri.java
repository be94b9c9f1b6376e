package tw.touchstone.vocabulary.profile;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/// The spelling of an address that every RDF tool takes without a warning. (RFC 3987; RFC 3986, section 6.2)
///
/// Addresses as agencies declare them hold brackets, lower-case escapes, default ports or `/../`. The written IRI is the
/// normalised spelling of the same address; the declared one is kept beside it as `tst:verbatim`.
final class CleanIri {

    private static final IRIx ANYWHERE = IRIx.create("http://localhost/");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern NEEDLESS_PORT = Pattern.compile("^(?:(http://[^/?#]*):80|(https://[^/?#]*):443|([a-z]+://[^/?#]*):)(?=[/?#]|$)");
    private static final String ALLOWED_OUTSIDE_ALNUM = "-._~:/?#@!$&'()*+,;=%";

    private CleanIri() {}

    /// The clean spelling; empty for relative addresses and for those that no normalisation makes clean.
    static Optional<String> of(URI declared) {
        var text = declared.toString();
        if (isClean(text)) {
            return Optional.of(text);
        }
        return declared.isAbsolute() ? normalised(text).filter(CleanIri::isClean) : Optional.empty();
    }

    /// Whether RDF tools take the text as an absolute IRI without a warning.
    static boolean isClean(String text) {
        try {
            var iri = IRIx.create(text);
            return iri.scheme() != null && !iri.hasViolations() && ANYWHERE.resolve(text).str().equals(text);
        } catch (IRIException e) {
            return false;
        }
    }

    private static Optional<String> normalised(String text) {
        var spelled = SCHEME.matcher(text).replaceFirst(match -> lowerCase(match.group()));
        spelled = ESCAPE.matcher(encoded(spelled)).replaceAll(match -> upperCase(match.group()));
        var port = NEEDLESS_PORT.matcher(spelled);
        if (port.find()) {
            spelled = spelled.substring(0, spelled.lastIndexOf(':', port.end())) + spelled.substring(port.end());
        }
        try {
            return Optional.of(ANYWHERE.resolve(spelled).str());
        } catch (IRIException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        int path = Math.max(text.indexOf('/', text.indexOf("//") + 2), 0);
        int fragment = text.indexOf('#');
        var out = new StringBuilder(text.length() + 16).append(text, 0, path);
        for (int at = path; at < text.length(); ) {
            int point = text.codePointAt(at);
            boolean secondHash = point == '#' && at != fragment;
            if (secondHash || !isAllowed(point)) {
                out.append(percent(Character.toString(point)));
            } else {
                out.appendCodePoint(point);
            }
            at += Character.charCount(point);
        }
        return out.toString();
    }

    private static boolean isAllowed(int point) {
        return point < 0x80
                ? Character.isLetterOrDigit(point) || ALLOWED_OUTSIDE_ALNUM.indexOf(point) >= 0
                : Character.isLetterOrDigit(point);
    }

    /// Every byte of the text's UTF-8 form as `%XX`.
    static String percent(String text) {
        var out = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(hex(each >> 4)).append(hex(each));
        }
        return out.toString();
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit & 0xF, 16));
    }

    private static String lowerCase(String ascii) {
        return ascii.toLowerCase(java.util.Locale.ROOT);
    }

    private static String upperCase(String ascii) {
        return ascii.toUpperCase(java.util.Locale.ROOT);
    }
}
