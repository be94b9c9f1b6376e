package tw.touchstone.server.layout;

import tw.touchstone.model.Label;

/// A quality label as it is drawn: a shape chosen by the code, and a word.
public record Badge(String code, String name) {

    /// The badge of a label.
    public static Badge of(Label label, String language) {
        return new Badge(label.code(), label.displayName().best(language));
    }

    /// The badge of a label's code; an unknown code names itself.
    public static Badge ofCode(String code, String language) {
        return Label.ofCode(code).map(label -> of(label, language)).orElse(new Badge("none-unchecked", code));
    }
}
