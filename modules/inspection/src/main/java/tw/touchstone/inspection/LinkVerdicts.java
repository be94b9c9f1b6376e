package tw.touchstone.inspection;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.fetch.Fetched;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkVerdict;

/// What one observation of a link amounts to. Broken only where asking again will not help.
final class LinkVerdicts {

    /// A verdict and its reason in kebab case.
    record Decision(LinkVerdict verdict, String reason) {}

    private static final Pattern LOGIN_PATH =
            Pattern.compile("(^|[/_.-])(login|signin|logon|error|notfound|404)([/_.?-]|$)");

    private LinkVerdicts() {}

    static Decision of(Fetched.Refused refused) {
        return broken(refused.reason());
    }

    static Decision of(Fetched.NoAnswer silent) {
        return switch (silent.reason()) {
            // A name that does not exist and a certificate that is wrong are facts; an incomplete chain may be our
            // trust store's ignorance.
            case "dns", "tls-hostname", "tls-expired" -> broken(silent.reason());
            default -> undecided(silent.reason());
        };
    }

    static Decision of(Fetched.Answered answered, URI declared, Optional<ByteFacts> facts, Path body) {
        int status = answered.status();
        if (status != 200 && status != 203) {
            return ofStatus(status);
        }
        return switch (answered.end()) {
            case TIMED_OUT -> undecided("timeout");
            case RESET -> undecided("reset");
            case TRUNCATED -> broken("truncated");
            case TOO_LARGE -> new Decision(LinkVerdict.OK, "answered");
            case COMPLETE -> ofBody(answered, declared, facts, body);
        };
    }

    private static Decision ofStatus(int status) {
        return switch (status) {
            case 204 -> broken("empty-body");
            case 408, 425, 429 -> undecided("status-" + status);
            default -> status >= 500 ? undecided("status-" + status) : broken("status-" + status);
        };
    }

    private static Decision ofBody(Fetched.Answered answered, URI declared, Optional<ByteFacts> facts, Path body) {
        if (answered.received() == 0) {
            return broken("empty-body");
        }
        if (Soft404.isErrorEnvelope(body)) {
            return broken("soft-404");
        }
        boolean page = facts.isPresent() && facts.get().format() == FileFormat.HTML;
        var last = answered.hops().getLast().url();
        if (page && answered.hops().size() > 1) {
            if (LOGIN_PATH.matcher(path(last).toLowerCase(Locale.ROOT)).find()) {
                return broken("redirect-to-login");
            }
            if (path(last).matches("/?(index\\.\\w+)?") && !path(declared).matches("/?")) {
                return broken("redirect-to-home");
            }
        }
        return new Decision(LinkVerdict.OK, "answered");
    }

    private static String path(URI url) {
        return url.getRawPath() == null ? "" : url.getRawPath();
    }

    private static Decision broken(String reason) {
        return new Decision(LinkVerdict.BROKEN, reason);
    }

    private static Decision undecided(String reason) {
        return new Decision(LinkVerdict.UNDECIDED, reason);
    }
}
