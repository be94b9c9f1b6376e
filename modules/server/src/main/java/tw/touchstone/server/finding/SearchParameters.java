package tw.touchstone.server.finding;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import tw.touchstone.catalog.members.AgencyTree;
import tw.touchstone.model.AgencyId;
import tw.touchstone.search.Facet;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.SearchQuery.Sort;

/// What the address of a search page asks for. Values that make no sense are kept as typed and left out of the query.
///
/// @param filters chosen values by facet, in the order of the address
/// @param from    first day, as typed
/// @param to      last day, as typed
/// @param after   the place in the list where the page begins; empty on the first page
/// @param series  key of the only series wanted; empty for all
/// @param why     whether every result says why it stands where it stands
public record SearchParameters(
        String text, Map<Facet, Set<String>> filters, String from, String to, Sort sort, int size, String after,
        String series, boolean why) {

    static final int USUAL_SIZE = 20;
    private static final String PATH = "/datasets";
    private static final int MOST_VALUES = 50;

    public SearchParameters {
        var kept = new EnumMap<Facet, Set<String>>(Facet.class);
        filters.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                kept.put(facet, Collections.unmodifiableSet(new LinkedHashSet<>(values)));
            }
        });
        filters = Collections.unmodifiableMap(kept);
    }

    /// A search in all series that gives no reasons.
    public SearchParameters(
            String text, Map<Facet, Set<String>> filters, String from, String to, Sort sort, int size, String after) {
        this(text, filters, from, to, sort, size, after, "", false);
    }

    /// A search for everything that has one value of one facet.
    public static SearchParameters of(Facet facet, String value) {
        return new SearchParameters("", Map.of(facet, Set.of(value)), "", "", Sort.RELEVANCE, USUAL_SIZE, "");
    }

    static SearchParameters read(MultiValueMap<String, String> parameters) {
        var filters = new EnumMap<Facet, Set<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = parameters.getOrDefault(facet.parameter(), List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .limit(MOST_VALUES)
                    .toList();
            filters.put(facet, new LinkedHashSet<>(values));
        }
        return new SearchParameters(
                first(parameters, "q").strip(),
                filters,
                first(parameters, "from").strip(),
                first(parameters, "to").strip(),
                sort(first(parameters, "sort")),
                size(first(parameters, "size")),
                first(parameters, "after"),
                series(first(parameters, "series")),
                first(parameters, "why").equals("1"));
    }

    SearchQuery query(String language) {
        return SearchQuery.of(text)
                .filters(filters)
                .modified(day(from), day(to))
                .sort(sort)
                .size(size)
                .after(after.isEmpty() ? Optional.empty() : Optional.of(after))
                .language(language)
                .series(series.isEmpty() ? Optional.empty() : Optional.of(series))
                .grouped(true)
                .reasons(why);
    }

    boolean fromWrong() {
        return !from.isEmpty() && day(from).isEmpty();
    }

    boolean toWrong() {
        return !to.isEmpty() && day(to).isEmpty();
    }

    boolean isFiltered() {
        return !filters.isEmpty() || !from.isEmpty() || !to.isEmpty() || !series.isEmpty();
    }

    boolean has(Facet facet, String value) {
        return filters.getOrDefault(facet, Set.of()).contains(value);
    }

    /// The same search with a value chosen, or let go where it was chosen before.
    SearchParameters toggled(Facet facet, String value) {
        var changed = new EnumMap<Facet, Set<String>>(Facet.class);
        changed.putAll(filters);
        var values = new LinkedHashSet<>(filters.getOrDefault(facet, Set.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        changed.put(facet, values);
        return new SearchParameters(text, changed, from, to, sort, size, "", series, why);
    }

    /// The same search with what agencies became part of in their place, so that old links stay good.
    SearchParameters withPresentAgencies(AgencyTree agencies) {
        var changed = this;
        for (var slug : filters.getOrDefault(Facet.AGENCY, Set.of())) {
            var present = AgencyId.isValid(slug) ? agencies.successor(new AgencyId(slug)) : Optional.<AgencyId>empty();
            if (present.isPresent()) {
                changed = changed.toggled(Facet.AGENCY, slug);
                if (!changed.has(Facet.AGENCY, present.get().value())) {
                    changed = changed.toggled(Facet.AGENCY, present.get().value());
                }
            }
        }
        return changed;
    }

    SearchParameters withoutFilters() {
        return new SearchParameters(text, Map.of(), "", "", sort, size, "", "", why);
    }

    SearchParameters withText(String other) {
        return new SearchParameters(other, filters, from, to, sort, size, "", "", why);
    }

    SearchParameters withDays(String first, String last) {
        return new SearchParameters(text, filters, first, last, sort, size, "", series, why);
    }

    SearchParameters sorted(Sort order) {
        return new SearchParameters(text, filters, from, to, order, size, "", series, why);
    }

    /// The same search within one series, or in all of them.
    SearchParameters within(String key) {
        return new SearchParameters(text, filters, from, to, sort, size, "", key, why);
    }

    /// The same search with or without reasons.
    SearchParameters reasoned(boolean wanted) {
        return new SearchParameters(text, filters, from, to, sort, size, "", series, wanted);
    }

    SearchParameters after(String next) {
        return new SearchParameters(text, filters, from, to, sort, size, next, series, why);
    }

    /// The address of this search.
    public String url() {
        var address = UriComponentsBuilder.fromPath(PATH);
        if (!text.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        var values = new ArrayList<String>();
        if (!text.isEmpty()) {
            values.add(text);
        }
        for (var parameter : hidden()) {
            address.queryParam(parameter.name(), "{" + values.size() + "}");
            values.add(parameter.value());
        }
        if (!after.isEmpty()) {
            address.queryParam("after", "{after}");
            values.add(after);
        }
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    /// One parameter of the address.
    record Parameter(String name, String value) {}

    /// Every parameter but the text and the page, for the hidden inputs of a form.
    List<Parameter> hidden() {
        var hidden = new ArrayList<Parameter>();
        filters.forEach((facet, values) ->
                values.forEach(value -> hidden.add(new Parameter(facet.parameter(), value))));
        add(hidden, "from", from);
        add(hidden, "to", to);
        add(hidden, "sort", sort == Sort.RELEVANCE ? "" : sort.name().toLowerCase(Locale.ROOT));
        add(hidden, "series", series);
        add(hidden, "why", why ? "1" : "");
        add(hidden, "size", size == USUAL_SIZE ? "" : String.valueOf(size));
        return hidden;
    }

    private static void add(List<Parameter> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.add(new Parameter(name, value));
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String series(String text) {
        return text.matches("[0-9a-f]{16}") ? text : "";
    }

    private static Sort sort(String text) {
        for (var sort : Sort.values()) {
            if (sort.name().equalsIgnoreCase(text)) {
                return sort;
            }
        }
        return Sort.RELEVANCE;
    }

    private static int size(String text) {
        return text.matches("[0-9]{1,4}")
                ? Math.clamp(Integer.parseInt(text), 1, SearchQuery.MAX_SIZE)
                : USUAL_SIZE;
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        var value = parameters.getFirst(name);
        return value == null ? "" : value;
    }
}
