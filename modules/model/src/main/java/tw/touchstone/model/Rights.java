package tw.touchstone.model;

import java.net.URI;
import java.util.Optional;

/// What is said about rights beside the licence. (`dct:rights`, `dct:RightsStatement`)
///
/// @param statement the words; may be [LangText#NONE] where a page has them
/// @param page      where the words are
public record Rights(LangText statement, Optional<URI> page) {

    /// Nothing is stated.
    public static final Rights NONE = new Rights(LangText.NONE, Optional.empty());

    /// Whether nothing is stated.
    public boolean isEmpty() {
        return equals(NONE);
    }
}
