package tw.touchstone.server.finding;

import java.util.List;
import java.util.Locale;
import tw.touchstone.quality.Grade;
import tw.touchstone.search.Hit;
import tw.touchstone.search.RankReason;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Phrase;

/// A dataset in a list.
///
/// @param titleLang language of the title where it is not the page's, else empty
/// @param formats   at most [#FORMATS]
/// @param grade     code of the AI-Ready grade in capitals; empty where there is none
/// @param others    how many more of its series were found; empty where there are none
/// @param othersUrl address of the search for all of the series
/// @param reasons   why it stands where it stands, where that was asked for
/// @param modified  day of the last change; empty where it is not known
public record DatasetCard(
        String id,
        String url,
        List<TextRun> title,
        String titleLang,
        List<TextRun> snippet,
        String snippetLang,
        String agency,
        String agencyLang,
        List<String> formats,
        Badge badge,
        String grade,
        String modified,
        String downloads,
        String others,
        String othersUrl,
        List<Why> reasons) {

    /// One reason for a place in the list.
    ///
    /// @param kind   key of its message
    /// @param fields keys of the parts where the text stands
    /// @param points how much it adds, or the factor
    public record Why(String kind, String text, List<String> fields, String points) {

        static Why of(RankReason reason) {
            return new Why(
                    reason.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    reason.text(),
                    reason.fields(),
                    String.format(Locale.ROOT, reason.kind() == RankReason.Kind.MERIT ? "%.3f" : "%.1f", reason.points()));
        }
    }

    private static final int FORMATS = 6;

    /// The card of a hit for a reader of a language.
    public static DatasetCard of(Hit hit, String language) {
        return of(hit, language, "");
    }

    /// The card of a hit that may stand for its series.
    ///
    /// @param seriesUrl address of the search for all of the series
    static DatasetCard of(Hit hit, String language, String seriesUrl) {
        var agency = Phrase.of(hit.agencyName(), language);
        return new DatasetCard(
                hit.id().value(),
                "/datasets/" + hit.id(),
                TextRun.of(hit.shown()),
                other(hit.shown().language(), language),
                TextRun.of(hit.snippet()),
                other(hit.snippet().language(), language),
                agency.text(),
                agency.lang(),
                hit.formats().stream()
                        .limit(FORMATS)
                        .map(each -> each.toUpperCase(Locale.ROOT))
                        .toList(),
                Badge.ofCode(hit.label(), language),
                hit.grade().equals(Grade.UNGRADED.code()) ? "" : hit.grade().toUpperCase(Locale.ROOT),
                Figures.day(hit.modified()),
                Figures.count(hit.downloads()),
                hit.others() == 0 ? "" : Figures.count(hit.others()),
                seriesUrl,
                hit.reasons().stream().map(Why::of).toList());
    }

    /// The title as plain text.
    public String plainTitle() {
        return String.join("", title.stream().map(TextRun::text).toList());
    }

    private static String other(String tag, String language) {
        return tag.equals(language) ? "" : tag;
    }
}
