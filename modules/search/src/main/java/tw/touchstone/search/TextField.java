package tw.touchstone.search;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The parts of an entry in which a text is looked for, and how much a match in each is worth.
enum TextField {
    TITLE(4f),
    KEYWORDS(3f),
    AGENCY(2f),
    THEMES(1.5f),
    COLUMNS(1.5f),
    DESCRIPTION(1f),
    VALUES(0.7f);

    /// How many characters of one text are indexed.
    private static final int MAX_TEXT = 10_000;

    /// How many texts of one kind are indexed, for example columns.
    private static final int MAX_TEXTS = 2_000;

    private final float weight;

    TextField(float weight) {
        this.weight = weight;
    }

    float weight() {
        return weight;
    }

    /// The index field, in pairs of Chinese characters.
    String field() {
        return switch (this) {
            case TITLE -> "title";
            case KEYWORDS -> "keywords";
            case AGENCY -> "agency";
            case THEMES -> "themes";
            case COLUMNS -> "columns";
            case DESCRIPTION -> "description";
            case VALUES -> "values";
        };
    }

    /// The index field in single characters, for what pairs cannot find.
    String singles() {
        return "singles." + field();
    }

    /// The texts of one dataset, capped so that no entry costs more than its share.
    List<String> textsOf(SearchEntry entry) {
        var texts =
                switch (this) {
                    case TITLE -> entry.title().byLanguage().values();
                    case KEYWORDS -> entry.keywords();
                    case AGENCY -> joined(entry.agencyName().byLanguage().values(), entry.agencyOtherNames());
                    case THEMES -> entry.themeNames();
                    case COLUMNS -> entry.fieldNames();
                    case DESCRIPTION -> entry.description().byLanguage().values();
                    case VALUES -> entry.values();
                };
        return texts.stream().limit(MAX_TEXTS).map(text -> Texts.cut(text, MAX_TEXT)).toList();
    }

    private static List<String> joined(Collection<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
