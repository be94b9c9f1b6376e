package tw.touchstone.quality;

import java.math.BigDecimal;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// A value that is one JSON number with so few digits that every reader of RFC 8785 sees the same one.
final class NumberForm {

    private NumberForm() {}

    static <T> void register(
            SimpleModule module, Class<T> type, Function<T, BigDecimal> write, Function<BigDecimal, T> read) {
        module.addSerializer(type, new StdSerializer<>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeNumber(write.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<>(type) {
            @Override
            @SuppressWarnings("unchecked")
            public T deserialize(JsonParser in, DeserializationContext context) {
                if (!in.currentToken().isNumeric()) {
                    return (T) context.handleUnexpectedToken(type, in);
                }
                try {
                    return read.apply(in.getDecimalValue());
                } catch (ArithmeticException | IllegalArgumentException e) {
                    return (T) context.handleWeirdNumberValue(type, in.getDecimalValue(), "%s", e.getMessage());
                }
            }
        });
    }
}
