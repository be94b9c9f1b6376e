package tw.touchstone.server.standards;

import java.util.List;
import java.util.Map;
import tw.touchstone.model.StandardField;
import tw.touchstone.model.fact.ValueForm;

/// A standard field in the reader's language.
///
/// @param domain  in the reader's language
/// @param forms   ids of the forms that its values take
/// @param pattern empty where none is known
record StandardView(
        String id,
        String url,
        String name,
        String domain,
        List<String> synonyms,
        List<String> forms,
        String pattern,
        String source) {

    static StandardView of(StandardField field, Map<String, String> domains, String language) {
        return new StandardView(
                field.id(),
                "/standards/" + field.id(),
                field.name().best(language),
                domains.getOrDefault(field.domain(), field.domain()),
                field.synonyms(),
                field.forms().stream().map(ValueForm::id).toList(),
                field.pattern().orElse(""),
                field.source());
    }
}
