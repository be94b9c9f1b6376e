package tw.touchstone.inspection.link;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.fetch.Fetched;
import tw.touchstone.model.FileFormat;

/// What one observation of a link amounts to. Broken only where asking again will not help, and where the fault is the
/// publisher's: a host that is slow, busy or distrusts robots says nothing about the link.
final class LinkVerdicts {

    private static final Pattern LOGIN_PATH =
            Pattern.compile("(^|[/_.-])(login|signin|logon|error|notfound|404)([/_.?-]|$)");

    private LinkVerdicts() {}

    static Decision of(Fetched.Refused refused) {
        return refused.reason().equals("cookie-wall")
                ? Decision.undecided(refused.reason())
                : Decision.broken(refused.reason());
    }

    static Decision of(Fetched.NoAnswer silent) {
        return switch (silent.reason()) {
            // A name that does not exist and a certificate that is wrong are facts, and so is a chain that was proven
            // incomplete. A root we do not know may be our ignorance.
            case "dns",
                    "tls-expired",
                    "tls-not-yet-valid",
                    "tls-hostname",
                    "tls-self-signed",
                    "tls-incomplete-chain" -> Decision.broken(silent.reason());
            default -> Decision.undecided(silent.reason());
        };
    }

    /// @param declared the format that was promised
    /// @param page     the beginning of the body where it is a page
    /// @param envelope whether the body is an interface's error
    static Decision of(
            Fetched.Answered answered,
            URI url,
            Optional<FileFormat> declared,
            Optional<String> page,
            boolean envelope) {
        // Without a declaration anything may be meant, and an interface may well answer with its page.
        boolean pageExpected = declared.isEmpty()
                || declared.get() == FileFormat.HTML
                || declared.get().kind() == FileFormat.Kind.SERVICE;
        int status = answered.status();
        if (status != 200 && status != 203) {
            var wall = page.flatMap(head -> PageSigns.read(head, answered.received(), false))
                    .filter(sign -> sign.reason().equals("captcha") || sign.reason().equals("firewall-page"));
            return status == 403 && wall.isPresent() ? wall.get() : ofStatus(status);
        }
        return switch (answered.end()) {
            case TIMED_OUT -> Decision.undecided("timeout");
            case RESET -> Decision.undecided("reset");
            case TRUNCATED -> Decision.broken("truncated");
            case TOO_LARGE -> Decision.ok();
            case COMPLETE -> {
                if (answered.received() == 0) {
                    yield Decision.broken("empty-body");
                }
                yield envelope
                        ? Decision.broken("soft-404")
                        : page.flatMap(head -> ofPage(answered, url, pageExpected, head)).orElse(Decision.ok());
            }
        };
    }

    private static Decision ofStatus(int status) {
        return switch (status) {
            case 204 -> Decision.broken("empty-body");
            case 408, 425, 429 -> Decision.undecided("status-" + status);
            default ->
                status >= 500 ? Decision.undecided("status-" + status) : Decision.broken("status-" + status);
        };
    }

    private static Optional<Decision> ofPage(Fetched.Answered answered, URI url, boolean expected, String head) {
        if (answered.hops().size() > 1) {
            var last = path(answered.hops().getLast().url());
            if (LOGIN_PATH.matcher(last.toLowerCase(Locale.ROOT)).find()) {
                return Optional.of(Decision.broken("redirect-to-login"));
            }
            if (last.matches("/?(index\\.\\w+)?") && !path(url).matches("/?")) {
                return Optional.of(Decision.broken("redirect-to-home"));
            }
        }
        return PageSigns.read(head, answered.received(), expected);
    }

    private static String path(URI url) {
        return url.getRawPath() == null ? "" : url.getRawPath();
    }
}
