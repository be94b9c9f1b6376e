package tw.touchstone.search;

/// Something that begins as the text typed so far, or holds it.
///
/// @param kind     what it is
/// @param text     its name
/// @param value    the value of the facet; empty where it is none
/// @param datasets how many datasets have it; of a title how many the series has that are found
public record Suggestion(Kind kind, String text, String value, long datasets) {

    /// What is suggested.
    public enum Kind {
        AGENCY,
        THEME,
        COLUMN,
        TITLE
    }
}
