package tw.touchstone.quality;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeSerializer;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.Outcome.NotMeasured;

/// Writes outcomes that are no verdict from what was written of an equal one before.
///
/// Most of what an import's scorecards say is that nothing has been observed yet, in the same few sentences for every
/// metric of every distribution. Safe for many threads.
final class RepeatedOutcomes extends ValueSerializer<Outcome> {

    /// There are some dozens of them; those that name an address are many and seldom come twice.
    private static final int MOST = 500;

    private final Supplier<JsonMapper> plain;
    private final Map<Outcome, SerializableString> written = new ConcurrentHashMap<>();

    private RepeatedOutcomes(Supplier<JsonMapper> plain) {
        this.plain = plain;
    }

    @Override
    public void serialize(Outcome outcome, JsonGenerator out, SerializationContext context) {
        var known = written.get(outcome);
        if (known != null) {
            out.writeRawValue(known);
            return;
        }
        var text = new SerializedString(new String(plain.get().writeValueAsBytes(outcome), StandardCharsets.UTF_8));
        if (written.size() < MOST) {
            written.put(outcome, text);
        }
        out.writeRawValue(text);
    }

    /// The kind is among the properties already.
    @Override
    public void serializeWithType(
            Outcome outcome, JsonGenerator out, SerializationContext context, TypeSerializer type) {
        serialize(outcome, out, context);
    }

    /// Puts it in the place of what would write such outcomes.
    static final class Modifier extends KindWriter.Sorted {
        private final Supplier<JsonMapper> plain;

        /// @param plain the same mapper without it
        Modifier(Supplier<JsonMapper> plain) {
            this.plain = plain;
        }

        @Override
        public ValueSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription.Supplier type, ValueSerializer<?> serializer) {
            var written = type.getBeanClass();
            return written == NotMeasured.class || written == NotApplicable.class
                    ? new RepeatedOutcomes(plain)
                    : serializer;
        }
    }
}
