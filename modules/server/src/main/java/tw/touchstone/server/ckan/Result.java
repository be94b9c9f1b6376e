package tw.touchstone.server.ckan;

import tools.jackson.core.JsonGenerator;

/// What an action answers, written into the `result` of the envelope when everything that can be refused has been
/// decided.
@FunctionalInterface
interface Result {

    void write(JsonGenerator json);

    /// Texts, numbers, lists and maps.
    static Result of(Object value) {
        return json -> json.writePOJO(value);
    }
}
