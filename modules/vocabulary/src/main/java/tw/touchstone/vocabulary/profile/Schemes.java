package tw.touchstone.vocabulary.profile;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Texts inside IRIs: `mailto:`, `tel:` and the IANA media types.
final class Schemes {

    static final String MAILTO = "mailto:";
    static final String TEL = "tel:";
    static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private static final String KEPT = "-._~@/+!$&'()*,;=:";

    private Schemes() {}

    static String encode(String text) {
        var out = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(point -> {
            boolean plain = point < 0x80 && (Character.isLetterOrDigit(point) || KEPT.indexOf(point) >= 0);
            out.append(plain ? Character.toString(point) : CleanIri.percent(Character.toString(point)));
        });
        return out.toString();
    }

    /// The text before [#encode(String)]; escapes that are none stay as they are.
    static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
