package tw.touchstone.search;

import java.util.List;

/// One reason why a dataset stands where it stands in a list by relevance.
///
/// The points of all reasons but [Kind#MERIT] are added up; the merit is the factor the sum is multiplied with.
///
/// @param text   what was looked for; empty where that is the whole text or nothing
/// @param fields where it stands, the most telling first
/// @param points how much it adds, or the factor
public record RankReason(Kind kind, String text, List<String> fields, double points) {

    /// What kind of reason.
    public enum Kind {
        /// A term, or a synonym of it, stands in these fields.
        TERM,
        /// The title is exactly the text.
        WHOLE_TITLE,
        /// The title holds the text in one piece.
        TITLE_PHRASE,
        /// The identifier is exactly the text.
        IDENTIFIER,
        /// Nothing has every term; this has many of them.
        NEAREST,
        /// Freshness, downloads and label; a factor from 1 to 1.1.
        MERIT
    }

    public RankReason {
        fields = List.copyOf(fields);
    }
}
