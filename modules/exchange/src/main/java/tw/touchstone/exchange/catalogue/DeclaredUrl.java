package tw.touchstone.exchange.catalogue;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// A URL as a publisher wrote it: usable as it is, usable once its characters are encoded (RFC 3986), or not at all.
sealed interface DeclaredUrl {

    /// A URL that can be asked for.
    ///
    /// @param repaired whether the text had to be changed
    record Usable(URI uri, boolean repaired) implements DeclaredUrl {}

    /// A text that leads nowhere.
    record Unusable(String reason) implements DeclaredUrl {}

    /// Says which of the two a text is. Nothing is guessed: a missing scheme or host makes it unusable.
    static DeclaredUrl of(String text) {
        return Syntax.read(text);
    }

    /// Whether a piece of a list begins a URL of its own, good or bad.
    static boolean begins(String piece) {
        return Syntax.BEGINNING.matcher(piece).find();
    }

    /// Keeps the patterns out of the interface's public fields.
    final class Syntax {
        private static final int MAX_LENGTH = 8_192;
        private static final Pattern BEGINNING = Pattern.compile(
                "^[\\s\\p{Cf}\"']*(?:[a-z][a-z0-9+.-]*://|(?:https?|ftp|mailto|javascript|data|tel|file):)",
                Pattern.CASE_INSENSITIVE);
        private static final int MAX_HOST = 253;
        private static final Pattern PARTS = Pattern.compile(
                "([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#\\\\]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);
        private static final Pattern AUTHORITY = Pattern.compile("(?:(.*)@)?(\\[[^]]*]|[^:]*)(:[0-9]*)?");
        private static final Pattern HOST =
                Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)*"
                        + "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.?|\\[[0-9A-Fa-f:.]+]");
        private static final String PATH = "-._~!$&'()*+,;=:@/";
        private static final String QUERY = PATH + "?";
        private static final String USER = "-._~!$&'()*+,;=:";

        private Syntax() {}

        private static DeclaredUrl read(String text) {
            var url = bare(text);
            if (url.isEmpty()) {
                return new Unusable("empty");
            }
            if (url.length() > MAX_LENGTH) {
                return new Unusable("longer than %,d characters".formatted(MAX_LENGTH));
            }
            var parts = PARTS.matcher(url);
            if (!parts.matches()) {
                return new Unusable("no scheme");
            }
            var scheme = parts.group(1).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https") && !scheme.equals("ftp")) {
                return new Unusable("not http, https or ftp");
            }
            var authority = AUTHORITY.matcher(parts.group(2) == null ? "" : parts.group(2));
            if (!authority.matches() || authority.group(2).isEmpty()) {
                return new Unusable("no host");
            }
            var host = host(authority.group(2));
            if (host.isEmpty()) {
                return new Unusable("no valid host");
            }
            if (parts.group(3).startsWith("//") && host.matches("https?")) {
                return new Unusable("two schemes");
            }
            var user = authority.group(1) == null ? "" : encoded(authority.group(1), USER) + "@";
            var port = authority.group(3) == null ? "" : authority.group(3);
            return usable(
                    text,
                    parts.group(1) + "://" + user + host + port + encoded(parts.group(3), PATH)
                            + (parts.group(4) == null ? "" : "?" + encoded(parts.group(4), QUERY))
                            + (parts.group(5) == null ? "" : "#" + encoded(parts.group(5), QUERY)));
        }

        /// Without white space, invisible characters and quotes around it.
        private static String bare(String text) {
            int from = 0;
            int to = text.length();
            while (from < to && surrounds(text.charAt(from))) {
                from++;
            }
            while (to > from && surrounds(text.charAt(to - 1))) {
                to--;
            }
            return text.substring(from, to);
        }

        private static boolean surrounds(char c) {
            return c <= ' '
                    || c == '"'
                    || c == '\''
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT;
        }

        private static DeclaredUrl usable(String text, String url) {
            try {
                var uri = new URI(url);
                if (uri.getHost() == null || uri.getPort() > 65_535) {
                    return new Unusable("no valid host or port");
                }
                return new Usable(uri, !url.equals(text));
            } catch (URISyntaxException e) {
                return new Unusable(e.getReason());
            }
        }

        /// The host in ASCII; empty where no host can be called this.
        private static String host(String declared) {
            if (declared.length() > MAX_HOST) {
                return "";
            }
            if (HOST.matcher(declared).matches()) {
                return declared;
            }
            try {
                var ascii = IDN.toASCII(declared);
                return HOST.matcher(ascii).matches() ? ascii : "";
            } catch (IllegalArgumentException noName) {
                return "";
            }
        }

        private static String encoded(String part, String allowed) {
            var out = new StringBuilder(part.length() + 16);
            for (int i = 0; i < part.length(); ) {
                int c = part.codePointAt(i);
                if (plain(c, allowed) || (c == '%' && isEscape(part, i))) {
                    out.appendCodePoint(c);
                } else {
                    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                        HexFormat.of().withUpperCase().toHexDigits(out.append('%'), b);
                    }
                }
                i += Character.charCount(c);
            }
            return out.toString();
        }

        private static boolean plain(int c, String allowed) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || allowed.indexOf(c) >= 0;
        }

        private static boolean isEscape(String part, int at) {
            return at + 2 < part.length()
                    && HexFormat.isHexDigit(part.charAt(at + 1))
                    && HexFormat.isHexDigit(part.charAt(at + 2));
        }
    }
}
