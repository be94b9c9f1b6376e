package tw.touchstone.server.ckan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A call that is refused in the way of CKAN: thrown by an action and answered by the controller.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Object error;
    private final boolean enveloped;

    private Refusal(int status, Object error, boolean enveloped) {
        super(String.valueOf(error), null, false, false);
        this.status = status;
        this.error = error;
        this.enveloped = enveloped;
    }

    /// What cannot be understood at all: CKAN answers a bare text then.
    static Refusal badRequest(String reason) {
        return new Refusal(400, "Bad request - " + reason, false);
    }

    /// A body that is too large; CKAN leaves that to the server before it.
    static Refusal tooLarge(String reason) {
        return new Refusal(413, reason, false);
    }

    /// There is nothing of this name.
    static Refusal notFound(String what) {
        return of(404, "Not Found Error", "Not found: " + what);
    }

    /// An argument has a value it cannot have, or none.
    static Refusal invalid(String argument, String reason) {
        var error = new LinkedHashMap<String, Object>();
        error.put(argument, List.of(reason));
        error.put("__type", "Validation Error");
        return new Refusal(409, error, true);
    }

    /// A query that cannot be answered.
    static Refusal query(String reason) {
        return of(400, "Search Query Error", "Search Query is invalid: " + reason);
    }

    /// The search index is being built.
    static Refusal notYet() {
        return of(503, "Search Error", "the search index is being built; ask again in a while");
    }

    private static Refusal of(int status, String type, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("__type", type);
        error.put("message", message);
        return new Refusal(status, error, true);
    }

    int status() {
        return status;
    }

    /// What CKAN calls the error: a text, or an object with `__type`.
    Object error() {
        return error;
    }

    /// Whether it stands in the usual envelope.
    boolean enveloped() {
        return enveloped;
    }
}
