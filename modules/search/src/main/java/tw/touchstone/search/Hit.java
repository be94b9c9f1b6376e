package tw.touchstone.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;

/// One dataset found, with what a result card shows.
///
/// @param score     how well it matches; comparable within one answer only, and zero where the order is another
/// @param title     in all its languages
/// @param shown     the title the reader sees, with the matches marked
/// @param snippet   the part of the description around the matches, else its beginning
/// @param label     code of the label
/// @param grade     code of the grade
/// @param series    key of the series it belongs to; a series may have one member
/// @param others    how many more of the series match, where these are grouped; else zero
/// @param reasons   why it stands where it stands, where that was asked for; else empty
public record Hit(
        DatasetId id,
        float score,
        LangText title,
        Excerpt shown,
        Excerpt snippet,
        Optional<AgencyId> agency,
        LangText agencyName,
        List<String> formats,
        String label,
        String grade,
        Instant modified,
        long downloads,
        String series,
        long others,
        List<RankReason> reasons) {

    public Hit {
        formats = List.copyOf(formats);
        reasons = List.copyOf(reasons);
    }
}
