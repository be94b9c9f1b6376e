package tw.touchstone.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Where a redirect leads, and whether we may go there (RFC 9110 §15.4).
final class Redirects {

    private Redirects() {}

    static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /// Why an address cannot be asked at all; empty where it can.
    static Optional<String> obstacle(URI url) {
        var scheme = scheme(url);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of("scheme");
        }
        if (url.getHost() == null) {
            return Optional.of("bad-address");
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("credentials-in-url");
        }
        return Optional.empty();
    }

    static boolean isDowngrade(URI from, URI to) {
        return scheme(from).equals("https") && scheme(to).equals("http");
    }

    /// The address in a `Location` header, which may be relative and, against the rules, hold raw UTF-8 or blanks.
    static Optional<URI> target(URI from, String location) {
        try {
            var resolved = from.resolve(new URI(escaped(location.strip())));
            return Optional.of(
                    resolved.getRawFragment() == null
                            ? resolved
                            : new URI(resolved.toString().replaceFirst("#.*$", "")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String escaped(String location) {
        // The client decodes header bytes as Latin-1, so this gives back the bytes the server sent.
        var escaped = new StringBuilder();
        for (byte octet : location.getBytes(StandardCharsets.ISO_8859_1)) {
            int value = octet & 0xFF;
            if (value <= 0x20 || value >= 0x7F || "\"<>\\^`{|}".indexOf(value) >= 0) {
                escaped.append('%').append("%02X".formatted(value));
            } else {
                escaped.append((char) value);
            }
        }
        return escaped.toString();
    }

    private static String scheme(URI url) {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }
}
