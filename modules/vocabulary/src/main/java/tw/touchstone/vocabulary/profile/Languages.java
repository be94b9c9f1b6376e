package tw.touchstone.vocabulary.profile;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.langtagx.LangTagX;
import tw.touchstone.model.LangText;

/// Language tags, and the EU language authority list that DCAT-AP asks `dct:language` to be taken from.
final class Languages {

    private static final String EU = "http://publications.europa.eu/resource/authority/language/";
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("zh", "ZHO"),
            Map.entry("en", "ENG"),
            Map.entry("ja", "JPN"),
            Map.entry("ko", "KOR"),
            Map.entry("vi", "VIE"),
            Map.entry("id", "IND"),
            Map.entry("th", "THA"),
            Map.entry("fr", "FRA"),
            Map.entry("de", "DEU"),
            Map.entry("es", "SPA"),
            Map.entry("tl", "TGL"),
            Map.entry("ms", "MSA"));
    private static final Map<String, String> TAGS = CODES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    entry -> EU + entry.getValue(),
                    entry -> "zh".equals(entry.getKey()) ? LangText.ZH : entry.getKey()));

    private Languages() {}

    /// The authority IRI of the language that a tag begins with.
    static Optional<String> iri(String tag) {
        var primary = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return Optional.ofNullable(CODES.get(primary)).map(code -> EU + code);
    }

    /// The tag that an authority IRI stands for; Chinese is taken for Traditional Chinese as used in Taiwan.
    static Optional<String> tag(String iri) {
        return Optional.ofNullable(TAGS.get(iri.replaceFirst("^https:", "http:")));
    }

    /// Whether RDF literals carry the tag exactly as it is.
    ///
    /// Jena writes tags in the case of RFC 5646, and fails outright on subtags over eight letters.
    static boolean isCanonical(String tag) {
        return tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
                && LangTagX.checkLanguageTag(tag)
                && LangTagX.formatLanguageTag(tag).equals(tag);
    }
}
