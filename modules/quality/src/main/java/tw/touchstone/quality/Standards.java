package tw.touchstone.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.StandardField;

/// The fields of the national data standards, found by any name they go by. Immutable.
public final class Standards {

    private final List<StandardField> fields;
    private final Map<String, StandardField> byName;
    private final Sha256 digest;

    /// Where two fields share a name, the one listed first is found.
    public Standards(List<StandardField> fields) {
        this.fields = List.copyOf(fields);
        this.byName = new HashMap<>();
        for (var field : this.fields) {
            field.name().byLanguage().values().forEach(name -> byName.putIfAbsent(FieldName.fold(name), field));
            field.synonyms().forEach(name -> byName.putIfAbsent(FieldName.fold(name), field));
        }
        this.digest = Sha256.of(QualityJson.canonical(this.fields));
    }

    public List<StandardField> fields() {
        return fields;
    }

    /// The standard field that goes by this name, width and surrounding blanks folded.
    public Optional<StandardField> named(String name) {
        return Optional.ofNullable(byName.get(FieldName.fold(name)));
    }

    /// Of the fields in the order given.
    public Sha256 digest() {
        return digest;
    }
}
