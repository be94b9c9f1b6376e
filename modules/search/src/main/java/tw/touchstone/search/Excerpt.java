package tw.touchstone.search;

import java.util.List;

/// A piece of text with the places that matched; plain text, never markup.
///
/// @param language the tag of the language the text is in; empty where there is no text
/// @param text     verbatim from the entry; starts or ends with `…` where it was cut
/// @param marks    in order, without overlaps, as offsets into `text` in UTF-16 units
public record Excerpt(String language, String text, List<Mark> marks) {

    /// From `start`, included, to `end`, excluded.
    public record Mark(int start, int end) {}

    public Excerpt {
        marks = List.copyOf(marks);
    }
}
