package tw.touchstone.server.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the JSON Schema of a record from its components, so that what is promised is what is sent. (JSON Schema 2020-12)
///
/// Other properties are allowed: some may be added later.
final class Schemas {

    private static final Set<Class<?>> WHOLE = Set.of(int.class, long.class, Integer.class, Long.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class, BigDecimal.class);
    private static final Set<Class<?>> TEXTS = Set.of(String.class, URI.class, LocalDate.class);

    private Schemas() {}

    /// The schema of a record as Jackson writes it, empty optionals left out.
    static Map<String, Object> of(Class<? extends Record> type) {
        return object(type);
    }

    private static Map<String, Object> object(Class<?> type) {
        var sparse = type.getAnnotation(JsonInclude.class);
        boolean withoutEmpty = sparse != null && sparse.value() == JsonInclude.Include.NON_EMPTY;
        var properties = new LinkedHashMap<String, Object>();
        for (var component : type.getRecordComponents()) {
            properties.put(component.getName(), schema(component.getGenericType()));
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        var required = Arrays.stream(type.getRecordComponents())
                .filter(each -> isAlwaysThere(each, withoutEmpty))
                .map(RecordComponent::getName)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static boolean isAlwaysThere(RecordComponent component, boolean withoutEmpty) {
        var type = component.getType();
        boolean mayBeEmpty = type == String.class || type == List.class || type == Map.class;
        return type != Optional.class && !(withoutEmpty && mayBeEmpty);
    }

    private static Map<String, Object> schema(Type type) {
        return switch (type) {
            case ParameterizedType generic when generic.getRawType() == Optional.class ->
                schema(generic.getActualTypeArguments()[0]);
            case ParameterizedType generic when generic.getRawType() == List.class ->
                Map.of("type", "array", "items", schema(generic.getActualTypeArguments()[0]));
            case ParameterizedType generic when generic.getRawType() == Map.class ->
                Map.of("type", "object", "additionalProperties", schema(generic.getActualTypeArguments()[1]));
            case Class<?> simple -> simple(simple);
            default -> throw new IllegalArgumentException("no schema is known for " + type);
        };
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type.isRecord()) {
            return object(type);
        }
        if (type == Object.class) {
            return Map.of();
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (WHOLE.contains(type)) {
            return Map.of("type", "integer");
        }
        if (NUMBERS.contains(type)) {
            return Map.of("type", "number");
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (TEXTS.contains(type)) {
            return Map.of("type", "string");
        }
        throw new IllegalArgumentException("no schema is known for " + type);
    }
}
