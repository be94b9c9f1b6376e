package tw.touchstone.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.VirtualBeanPropertyWriter;

/// Writes the `kind` of a sealed type among its other properties.
///
/// Jackson itself writes a type's name before all properties, which is not the order of RFC 8785.
final class KindWriter extends VirtualBeanPropertyWriter {

    static final String NAME = "kind";

    private final String kind;

    /// For Jackson, which asks [#withConfig] for the writer in use.
    KindWriter() {
        this.kind = "";
    }

    private KindWriter(BeanPropertyDefinition property, AnnotatedClass owner, JavaType type, String kind) {
        super(property, owner.getAnnotations(), type, null, null, null, JsonInclude.Value.empty(), null);
        this.kind = kind;
    }

    @Override
    public VirtualBeanPropertyWriter withConfig(
            MapperConfig<?> config, AnnotatedClass owner, BeanPropertyDefinition property, JavaType type) {
        var kind = Arrays.stream(owner.getAnnotations().get(JsonSubTypes.class).value())
                .filter(each -> each.value() == owner.getRawType())
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
        return new KindWriter(property, owner, type, kind);
    }

    @Override
    protected Object value(Object bean, JsonGenerator out, SerializationContext context) {
        return kind;
    }

    /// Properties in the order of RFC 8785.
    static class Sorted extends ValueSerializerModifier {
        @Override
        public List<BeanPropertyWriter> orderProperties(
                SerializationConfig config, BeanDescription.Supplier type, List<BeanPropertyWriter> properties) {
            return properties.stream()
                    .sorted(Comparator.comparing(BeanPropertyWriter::getName))
                    .toList();
        }
    }
}
