package tw.touchstone.quality;

/// What came of reading JSON.
public sealed interface JsonReading<T> {

    record Value<T>(T value) implements JsonReading<T> {}

    /// The text is not what was asked for.
    ///
    /// @param line    counted from 1; 0 where it is not known
    /// @param column  counted from 1; 0 where it is not known
    /// @param field   path of the field as a JSON pointer; empty for the whole text
    /// @param message in English
    record Refused<T>(int line, int column, String field, String message) implements JsonReading<T> {}
}
