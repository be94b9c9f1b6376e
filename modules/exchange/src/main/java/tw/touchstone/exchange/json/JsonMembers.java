package tw.touchstone.exchange.json;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tw.touchstone.model.LangText;

/// Writes members of an object; those without a value are left out.
record JsonMembers(JsonGenerator json) {

    void text(String name, Optional<String> value) {
        value.ifPresent(text -> json.writeStringProperty(name, text));
    }

    void texts(String name, LangText text) {
        map(name, text.byLanguage());
    }

    void map(String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            object(name, () -> texts.forEach(json::writeStringProperty));
        }
    }

    void list(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(name);
            values.forEach(value -> json.writeString(value.toString()));
            json.writeEndArray();
        }
    }

    /// Only a `true` is written.
    void flag(String name, boolean value) {
        if (value) {
            json.writeBooleanProperty(name, true);
        }
    }

    void object(String name, Runnable members) {
        json.writeObjectPropertyStart(name);
        members.run();
        json.writeEndObject();
    }
}
