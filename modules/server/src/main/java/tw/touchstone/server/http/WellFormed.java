package tw.touchstone.server.http;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Sends texts of strangers back without failing: JSON in UTF-8 has no spelling for half a surrogate pair.
@Configuration(proxyBeanMethods = false)
class WellFormed {

    @Bean
    JsonMapperBuilderCustomizer wellFormedTexts() {
        return mapper -> mapper.addModule(new SimpleModule("well-formed texts").addSerializer(String.class, new Texts()));
    }

    /// The text, with a question mark in the place of every unpaired surrogate.
    static String text(String any) {
        boolean suspicious = any.chars().anyMatch(character -> Character.isSurrogate((char) character));
        return suspicious ? new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8) : any;
    }

    private static final class Texts extends StdSerializer<String> {
        Texts() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializationContext context) {
            json.writeString(text(value));
        }
    }
}
