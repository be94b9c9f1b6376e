package tw.touchstone.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tw.touchstone.model.fact.LinkProbe.Hop;

/// Where a redirect leads, and whether we may go there (RFC 9110 §15.4).
final class Redirects {

    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9._-]+)(:\\d*)?");
    private static final String OCTET = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern DOTTED = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /// Where other protocols listen (Fetch standard, "port blocking"), and what is no port at all.
    private static final Set<Integer> BLOCKED_PORTS = Set.of(
            0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
            109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526,
            530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045,
            4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080);

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
        var authority = url.getRawAuthority();
        if (authority != null && authority.contains("@")) {
            return Optional.of("credentials-in-url");
        }
        var host = host(url);
        if (host.isEmpty() || isAmbiguous(host.get())) {
            return Optional.of("bad-address");
        }
        return Optional.of("bad-port").filter(_ -> BLOCKED_PORTS.contains(port(url)) || port(url) > 65_535);
    }

    /// The host of an address; also of one with underscores, which [URI] does not take for a host. Brackets stay.
    static Optional<String> host(URI url) {
        if (url.getHost() != null) {
            return Optional.of(url.getHost());
        }
        var named = url.getRawAuthority() == null ? null : NAMED.matcher(url.getRawAuthority());
        return named != null && named.matches() ? Optional.of(named.group(1)) : Optional.empty();
    }

    private static int port(URI url) {
        var authority = url.getRawAuthority();
        var digits = authority.substring(authority.lastIndexOf(':') + 1);
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : -1;
    }

    /// Programs read `0177.0.0.1`, `0x7f.1`, `2130706433` and `127.1` differently (WHATWG URL §3.5: a host that ends in a
    /// number is an IPv4 address), and a zone names an interface of this machine.
    private static boolean isAmbiguous(String host) {
        if (host.startsWith("[")) {
            return host.contains("%");
        }
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        var last = name.substring(name.lastIndexOf('.') + 1);
        return last.isEmpty() || (last.matches("\\d+|0[xX][0-9a-fA-F]*") && !DOTTED.matcher(host).matches());
    }

    static boolean isDowngrade(URI from, URI to) {
        return scheme(from).equals("https") && scheme(to).equals("http");
    }

    /// Why a redirect is not followed; empty where it is.
    ///
    /// @param hops    the requests made, the last of which was redirected
    /// @param cookies whether one of them was answered with a cookie, which we do not send back
    static Optional<String> stop(URI from, URI to, List<Hop> hops, boolean cookies, int most) {
        if (isDowngrade(from, to)) {
            return Optional.of("https-to-http");
        }
        if (hops.stream().anyMatch(hop -> hop.url().equals(to))) {
            return Optional.of(cookies ? "cookie-wall" : "redirect-loop");
        }
        return Optional.of("too-many-redirects").filter(_ -> hops.size() > most);
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
