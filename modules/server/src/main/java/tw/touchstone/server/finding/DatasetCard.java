package tw.touchstone.server.finding;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tw.touchstone.quality.Grade;
import tw.touchstone.search.Hit;
import tw.touchstone.search.RankReason;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.layout.Counts;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Phrase;
import tw.touchstone.usage.Totals;
import tw.touchstone.usage.Usage;

/// A dataset in a list.
///
/// @param titleLang language of the title where it is not the page's, else empty
/// @param formats   at most [#FORMATS]
/// @param grade     code of the AI-Ready grade in capitals; empty where there is none
/// @param counts    downloads and views as they are at this moment
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
        Counts counts,
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

    /// The cards of hits for a reader of a language, with one reading of what was counted.
    ///
    /// @param seriesUrl address of the search for all of a series
    static List<DatasetCard> of(List<Hit> hits, Usage usage, String language, UnaryOperator<String> seriesUrl) {
        var totals = usage.totals(hits.stream().map(Hit::id).toList());
        return hits.stream()
                .map(hit -> of(
                        hit,
                        totals.getOrDefault(hit.id(), Totals.NONE),
                        language,
                        seriesUrl.apply(hit.series())))
                .toList();
    }

    /// The card of a hit that may stand for its series.
    ///
    /// @param seriesUrl address of the search for all of the series
    private static DatasetCard of(Hit hit, Totals totals, String language, String seriesUrl) {
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
                Counts.of(totals, "?dataset=" + hit.id()),
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
