package tw.touchstone.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;

/// What is indexed of one dataset.
///
/// @param agencyOtherNames short and former names of the agency, in any language
/// @param themes           notations of themes; a sub-theme comes with its parent
/// @param themeNames       names of those themes, in any language
/// @param formats          codes of the declared formats, for example `csv`
/// @param fieldNames       names of the columns, declared or seen
/// @param values           frequent values of the columns, as far as they are words
/// @param label            code of the label today, for example `platinum`
/// @param grade            code of the grade today, for example `b`
/// @param licence          IRI or notation of the licence
/// @param modified         last change of the data; what "newest" and the date range mean
/// @param number           of the change that registered or revised it last
/// @param downloads        counted downloads so far
public record SearchEntry(
        DatasetId id,
        LangText title,
        LangText description,
        List<String> keywords,
        Optional<AgencyId> agency,
        LangText agencyName,
        List<String> agencyOtherNames,
        List<String> themes,
        List<String> themeNames,
        List<String> formats,
        List<String> fieldNames,
        List<String> values,
        String label,
        String grade,
        Optional<String> licence,
        Instant modified,
        Instant registered,
        long number,
        long downloads) {

    public SearchEntry {
        keywords = List.copyOf(keywords);
        agencyOtherNames = List.copyOf(agencyOtherNames);
        themes = List.copyOf(themes);
        themeNames = List.copyOf(themeNames);
        formats = List.copyOf(formats);
        fieldNames = List.copyOf(fieldNames);
        values = List.copyOf(values);
    }
}
