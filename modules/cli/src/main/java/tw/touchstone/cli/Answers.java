package tw.touchstone.cli;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a running server says when it refuses.
final class Answers {

    private Answers() {}

    /// The detail of a problem document; the text itself where it is none.
    static String detail(String body) {
        try {
            return JsonMapper.shared().readTree(body).path("detail").asString(body);
        } catch (JacksonException e) {
            return body;
        }
    }
}
