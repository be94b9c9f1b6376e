package tw.touchstone.quality;

import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tw.touchstone.model.LangText;

/// A text as a JSON object from language tag to string.
final class LangTextForm {

    private LangTextForm() {}

    static void register(SimpleModule module) {
        module.addSerializer(LangText.class, new Writer());
        module.addDeserializer(LangText.class, new Reader());
    }

    private static final class Writer extends StdSerializer<LangText> {
        private Writer() {
            super(LangText.class);
        }

        @Override
        public void serialize(LangText text, JsonGenerator out, SerializationContext context) {
            out.writeStartObject(text);
            text.byLanguage().forEach(out::writeStringProperty);
            out.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<LangText> {
        private Reader() {
            super(LangText.class);
        }

        @Override
        public LangText deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.START_OBJECT)) {
                return (LangText) context.handleUnexpectedToken(LangText.class, in);
            }
            var texts = new TreeMap<String, String>();
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                var language = in.currentName();
                if (in.nextToken() != JsonToken.VALUE_STRING) {
                    return (LangText) context.handleUnexpectedToken(String.class, in);
                }
                texts.put(language, in.getString());
            }
            return LangText.of(texts);
        }
    }
}
