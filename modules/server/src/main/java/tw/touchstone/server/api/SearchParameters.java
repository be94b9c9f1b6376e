package tw.touchstone.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.AgencyTree;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Label;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Policy;
import tw.touchstone.search.Facet;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.vocabulary.Vocabularies;

/// What the parameters of a search ask for.
public final class SearchParameters {

    private static final Set<String> KNOWN = Set.of(
            "q", "agency", "theme", "format", "label", "grade", "licence", "from", "to", "sort", "size", "after",
            "facets", "language", "series", "grouped", "explain");

    private final Vocabularies vocabularies;
    private final AgencyTree agencies;
    private final Policy grades;

    public SearchParameters(Catalog catalog) {
        this.agencies = catalog.members().agencyTree();
        this.vocabularies = catalog.vocabularies();
        this.grades = grades(catalog);
    }

    /// The policy whose grades are searched by.
    static Policy grades(Catalog catalog) {
        var shown = catalog.judging().evaluations().shownGrades();
        return catalog.judging().evaluations().policies().stream()
                .filter(policy -> policy.id().equals(shown))
                .findFirst()
                .orElseThrow();
    }

    /// A question and which facets are to be counted.
    public record Wanted(SearchQuery query, Set<Facet> facets) {}

    /// Reads them strictly.
    ///
    /// @throws Problem 400 naming the parameter that is unknown or has a bad value
    public Wanted read(HttpServletRequest request) {
        return read(Parameters.of(request, KNOWN));
    }

    /// Reads what was said in another way than by a request, by the same names.
    ///
    /// @throws Problem 400 naming the parameter that has a bad value
    public Wanted read(Parameters parameters) {
        var facets = facets(parameters);
        var from = parameters.day("from");
        var to = parameters.day("to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw Problem.badField("to", "to is a day before from");
        }
        var query = new SearchQuery(
                parameters.one("q").orElse(""),
                filters(parameters),
                from,
                to,
                parameters.constant("sort", SearchQuery.Sort.class).orElse(SearchQuery.Sort.RELEVANCE),
                parameters.number("size", 1, SearchQuery.MAX_SIZE).orElse(20L).intValue(),
                parameters.one("after"),
                !facets.isEmpty(),
                language(parameters),
                series(parameters),
                flag(parameters, "grouped"),
                flag(parameters, "explain"));
        return new Wanted(query, facets);
    }

    private Map<Facet, Set<String>> filters(Parameters parameters) {
        Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
        for (var facet : Facet.values()) {
            var name = facet.parameter();
            var wanted = new HashSet<String>();
            parameters.all(name).forEach(text -> wanted.add(value(facet, text)
                    .orElseThrow(() -> Problem.badField(name, "there is no such " + name + " in this catalogue"))));
            filters.put(facet, wanted);
        }
        return filters;
    }

    /// The value as the index has it; agencies and licences are open lists, of which only the form is known.
    private Optional<String> value(Facet facet, String text) {
        return switch (facet) {
            case AGENCY ->
                Optional.of(text)
                        .filter(AgencyId::isValid)
                        .map(slug -> agencies.current(new AgencyId(slug)).value());
            case THEME ->
                vocabularies
                        .themes()
                        .byNotation(text)
                        .or(() -> vocabularies.services().byNotation(text))
                        .map(theme -> text);
            case FORMAT -> FileFormat.ofCode(text).map(FileFormat::code);
            case LABEL -> Label.ofCode(text).map(Label::code);
            case GRADE -> grades.title(text).map(_ -> text);
            case LICENCE -> Optional.of(text).filter(any -> !any.isBlank());
        };
    }

    /// `facets=true` (as without the parameter), `facets=false`, or names of facets divided by commas.
    private static Set<Facet> facets(Parameters parameters) {
        var text = parameters.one("facets").orElse("true");
        if (text.equals("true")) {
            return EnumSet.allOf(Facet.class);
        }
        var wanted = EnumSet.noneOf(Facet.class);
        if (text.equals("false")) {
            return wanted;
        }
        for (var name : text.split(",", -1)) {
            wanted.add(Arrays.stream(Facet.values())
                    .filter(facet -> facet.parameter().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.badField(
                            "facets", "facets is true, false or a list of agency, theme, format, label, grade and licence")));
        }
        return wanted;
    }

    private static Optional<String> series(Parameters parameters) {
        var series = parameters.one("series");
        if (series.isPresent() && !series.get().matches("[0-9a-f]{16}")) {
            throw Problem.badField("series", "series is the key of a series, as results have it");
        }
        return series;
    }

    private static boolean flag(Parameters parameters, String name) {
        var value = parameters.one(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw Problem.badField(name, name + " is true or false");
        }
        return value.equals("true");
    }

    private static String language(Parameters parameters) {
        var language = parameters.one("language").orElse(LangText.ZH);
        if (!List.of(LangText.ZH, LangText.EN).contains(language)) {
            throw Problem.badField("language", "language is " + LangText.ZH + " or " + LangText.EN);
        }
        return language;
    }
}
