package tw.touchstone.quality;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Long integers: a JSON number as long as a double holds it exactly, else a string (RFC 7493 §2.2).
final class LongForm {

    private static final long EXACT = (1L << 53) - 1;

    private LongForm() {}

    static void register(SimpleModule module) {
        module.addSerializer(Long.class, new Writer());
        module.addSerializer(long.class, new Writer());
        module.addDeserializer(Long.class, new Reader());
        module.addDeserializer(long.class, new Reader());
    }

    private static boolean isExact(long value) {
        return value >= -EXACT && value <= EXACT;
    }

    private static final class Writer extends StdSerializer<Long> {
        private Writer() {
            super(Long.class);
        }

        @Override
        public void serialize(Long value, JsonGenerator out, SerializationContext context) {
            if (isExact(value)) {
                out.writeNumber(value.longValue());
            } else {
                out.writeString(value.toString());
            }
        }
    }

    private static final class Reader extends StdDeserializer<Long> {
        private Reader() {
            super(Long.class);
        }

        @Override
        public Long deserialize(JsonParser in, DeserializationContext context) {
            if (in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return in.getLongValue();
            }
            if (in.hasToken(JsonToken.VALUE_STRING)) {
                try {
                    long value = Long.parseLong(in.getString());
                    if (!isExact(value)) {
                        return value;
                    }
                } catch (NumberFormatException e) {
                    // Told below, together with numbers that need no string.
                }
                return (Long) context.handleWeirdStringValue(Long.class, in.getString(), "not an integer beyond 2^53");
            }
            return (Long) context.handleUnexpectedToken(Long.class, in);
        }
    }
}
