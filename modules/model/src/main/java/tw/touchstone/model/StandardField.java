package tw.touchstone.model;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.fact.ValueForm;

/// A field that a national data standard defines: what a column of that meaning is called and how its values look.
///
/// @param id       permanent, for example `unified-business-number`
/// @param domain   notation of the standard's domain
/// @param name     official name in both languages
/// @param synonyms other column names that mean the same field, for example 身分證字號 for 國民身分證統一編號
/// @param pattern  regular expression that every value matches whole; empty where none is known
/// @param forms    the forms that values take, check digits and code lists included; where there are any they decide,
///                 and the pattern only explains
/// @param source   the text that defines the field
public record StandardField(
        String id,
        String domain,
        LangText name,
        List<String> synonyms,
        Optional<String> pattern,
        List<ValueForm> forms,
        String source) {

    public StandardField {
        synonyms = List.copyOf(synonyms);
        forms = List.copyOf(forms);
    }

    /// Whether anything is known of how its values look.
    public boolean isChecked() {
        return pattern.isPresent() || !forms.isEmpty();
    }
}
