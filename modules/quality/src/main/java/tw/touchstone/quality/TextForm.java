package tw.touchstone.quality;

import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// A value that is one JSON string.
final class TextForm {

    private TextForm() {}

    static <T> void register(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, Optional<T>> read) {
        module.addSerializer(type, new StdSerializer<>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<>(type) {
            @Override
            @SuppressWarnings("unchecked")
            public T deserialize(JsonParser in, DeserializationContext context) {
                if (!in.hasToken(JsonToken.VALUE_STRING)) {
                    return (T) context.handleUnexpectedToken(type, in);
                }
                try {
                    var value = read.apply(in.getString());
                    return value.isPresent()
                            ? value.get()
                            : (T) context.handleWeirdStringValue(type, in.getString(), "not a known value");
                } catch (IllegalArgumentException e) {
                    return (T) context.handleWeirdStringValue(type, in.getString(), "%s", e.getMessage());
                }
            }
        });
    }
}
