package tw.touchstone.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;

/// The names of agencies, themes and columns at one moment, for suggestions.
///
/// They stand in the index as terms, so that the index counts in how many datasets each is.
final class NameList {

    private static final String FIELD = "name.";

    /// Divides the parts of a term: folded name, name, value.
    private static final String DIVIDER = "\u0000";

    /// More names of one kind are not searched while somebody types.
    private static final int MAX_NAMES = 60_000;

    private static final int MAX_COLUMNS = 100;

    private static final int LONGEST = 100;

    private record Name(String folded, String text, String value, int datasets) {}

    private final List<List<Name>> byKind = new ArrayList<>();

    NameList(IndexReader reader) throws IOException {
        for (var kind : kinds()) {
            byKind.add(read(reader, kind));
        }
    }

    /// Puts the names of an entry into its document.
    static void add(Document document, SearchEntry entry) {
        entry.agency().ifPresent(agency -> Stream.concat(
                        entry.agencyName().byLanguage().values().stream(), entry.agencyOtherNames().stream())
                .limit(20)
                .distinct()
                .forEach(name -> add(document, Suggestion.Kind.AGENCY, name, agency.value())));
        // Names of themes come in all languages, so that they do not stand beside their notations.
        new LinkedHashSet<>(entry.themeNames()).stream()
                .limit(MAX_COLUMNS)
                .forEach(name -> add(document, Suggestion.Kind.THEME, name, ""));
        new LinkedHashSet<>(entry.fieldNames()).stream()
                .limit(MAX_COLUMNS)
                .forEach(name -> add(document, Suggestion.Kind.COLUMN, name, ""));
    }

    private static void add(Document document, Suggestion.Kind kind, String name, String value) {
        var folded = TextQuery.whole(Texts.cut(name, LONGEST));
        if (!folded.isEmpty() && name.length() <= LONGEST && !name.contains(DIVIDER)) {
            document.add(new StringField(field(kind), folded + DIVIDER + name + DIVIDER + value, Store.NO));
        }
    }

    /// The names that begin with a folded text, then those that hold it, the most used first.
    List<Suggestion> find(String folded, int most) {
        var found = new ArrayList<Suggestion>();
        var order = Comparator.comparing((Name name) -> !name.folded.startsWith(folded))
                .thenComparing(Comparator.comparingInt(Name::datasets).reversed())
                .thenComparing(Name::text);
        var kinds = kinds();
        for (int i = 0; i < kinds.size(); i++) {
            var kind = kinds.get(i);
            var seen = new LinkedHashSet<String>();
            byKind.get(i).stream()
                    .filter(name -> name.folded.contains(folded))
                    .sorted(order)
                    .filter(name -> seen.add(name.value.isEmpty() ? name.folded : name.value))
                    .limit(most)
                    .forEach(name -> found.add(new Suggestion(kind, name.text, name.value, name.datasets)));
        }
        return found;
    }

    private static List<Suggestion.Kind> kinds() {
        return List.of(Suggestion.Kind.AGENCY, Suggestion.Kind.THEME, Suggestion.Kind.COLUMN);
    }

    private static String field(Suggestion.Kind kind) {
        return FIELD + kind.name().toLowerCase(Locale.ROOT);
    }

    private static List<Name> read(IndexReader reader, Suggestion.Kind kind) throws IOException {
        var names = new ArrayList<Name>();
        var terms = MultiTerms.getTerms(reader, field(kind));
        if (terms != null) {
            var each = terms.iterator();
            for (var term = each.next(); term != null && names.size() < MAX_NAMES; term = each.next()) {
                var parts = term.utf8ToString().split(DIVIDER, -1);
                names.add(new Name(parts[0], parts[1], parts[2], each.docFreq()));
            }
        }
        return names;
    }
}
