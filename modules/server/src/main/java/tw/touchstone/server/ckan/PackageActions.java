package tw.touchstone.server.ckan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.LangText;
import tw.touchstone.search.Condition;
import tw.touchstone.search.FacetCount;
import tw.touchstone.search.Selected;
import tw.touchstone.search.Selection;
import tw.touchstone.server.layout.Names;
import tw.touchstone.store.CatalogStore;

/// The actions about packages and their resources.
@Component
class PackageActions {

    private static final String KEYWORDS = "tags";

    private static final int USUAL_ROWS = 10;
    private static final int USUAL_FACET_VALUES = 50;

    private static final Set<String> OF_SEARCH = Set.of(
            "q",
            "fq",
            "fq_list",
            "rows",
            "start",
            "sort",
            "facet",
            "facet.field",
            "facet.limit",
            "facet.mincount",
            "callback",
            "include_drafts",
            "include_private",
            "include_deleted",
            "use_default_schema");

    private final Packages packages;
    private final SolrFields fields;
    private final CatalogStore store;
    private final FacetTitles titles;

    PackageActions(Catalog catalog, Packages packages, SolrFields fields, Names names) {
        this.packages = packages;
        this.fields = fields;
        this.store = catalog.store();
        this.titles = new FacetTitles(names);
    }

    List<Action> actions(JsonMapper json) {
        return List.of(
                new Action(
                        "package_search",
                        "Searches for datasets. q: words, or a query such as title:air; fq, fq_list: filters "
                                + "by organization, "
                                + "groups, tags, res_format, license_id, id, name, metadata_modified, "
                                + "metadata_created, "
                                + "quality_label, ai_ready_grade, with AND, OR, NOT, +, - and brackets; rows: 0 "
                                + "to 1000, usually 10; "
                                + "start: from 0 to the end; sort: score, name, title_string, metadata_modified or "
                                + "metadata_created, asc or desc; facet.field: a list of organization, groups, "
                                + "tags, res_format, "
                                + "license_id, quality_label, ai_ready_grade; facet.limit: usually 50, negative "
                                + "for all; "
                                + "facet.mincount: usually 1.",
                        arguments -> search(arguments, json)),
                new Action("package_show", "Shows a dataset. id: its identifier.", this::show),
                new Action(
                        "package_list",
                        "Lists the identifiers of all datasets. limit, offset: a part of them.",
                        this::list),
                new Action(
                        "current_package_list_with_resources",
                        "Lists datasets with their resources, the last changed first. limit: 1 to 1000, "
                                + "usually 1000; offset: from "
                                + "0 to the end.",
                        this::current),
                new Action(
                        "package_autocomplete",
                        "Lists datasets whose title holds a text. q: the text; limit: usually 10.",
                        this::autocomplete),
                new Action("resource_show", "Shows a resource. id: its identifier.", this::resource));
    }

    private Result search(Arguments arguments, JsonMapper json) {
        for (var name : arguments.values().keySet()) {
            if (!OF_SEARCH.contains(name)) {
                throw Refusal.query("Invalid search parameters: " + name);
            }
        }
        var conditions = new ArrayList<Condition>();
        var read = SolrQuery.read(arguments.text("q").orElse(""), fields);
        conditions.add(read.condition());
        arguments.list("fq", json).forEach(filter -> conditions.add(filter(filter)));
        arguments.list("fq_list", json).forEach(filter -> conditions.add(filter(filter)));
        conditions.removeIf(each -> each instanceof Condition.Everything);
        var sorting =
                Sorting.read(arguments.text("sort").orElse(""), !read.words().isBlank());
        var facets = arguments.flag("facet", true) ? arguments.list("facet.field", json) : List.<String>of();
        facets.forEach(PackageActions::requireFacet);
        int limit = arguments.integer("facet.limit", USUAL_FACET_VALUES);
        int least = arguments.natural("facet.mincount", 1);
        int rows = Math.min(arguments.natural("rows", USUAL_ROWS), Selection.MAX_SIZE);
        var selected = packages.select(new Selection(
                read.words(),
                conditions.isEmpty() ? new Condition.Everything() : new Condition.All(conditions),
                sorting.order(),
                sorting.backwards(),
                arguments.natural("start", 0),
                rows,
                facets.stream().anyMatch(each -> !each.equals(KEYWORDS)),
                facets.contains(KEYWORDS)));
        return out -> {
            out.writeStartObject();
            out.writeNumberProperty("count", selected.total());
            out.writeStringProperty("sort", arguments.text("sort").orElse("score desc, metadata_modified desc"));
            out.writeName("facets");
            out.writePOJO(counts(selected, facets, limit, least));
            out.writeName("results");
            packages.write(selected.datasets(), out);
            out.writeName("search_facets");
            out.writePOJO(searchFacets(selected, facets, limit, least));
            out.writeEndObject();
        };
    }

    /// In a filter the words are conditions too.
    private Condition filter(String text) {
        var read = SolrQuery.read(text, fields);
        return read.words().isBlank()
                ? read.condition()
                : new Condition.All(List.of(new Condition.Says(read.words()), read.condition()));
    }

    private static void requireFacet(String field) {
        if (!field.equals(KEYWORDS) && SolrFields.facet(field).isEmpty()) {
            throw Refusal.query("there is no facet " + field);
        }
    }

    private static List<FacetCount> shown(Selected selected, String field, int limit, int least) {
        var counts = field.equals(KEYWORDS)
                ? selected.keywords()
                : selected.counts(SolrFields.facet(field).orElseThrow());
        return counts.stream()
                .filter(each -> each.count() >= least)
                .limit(limit < 0 ? Long.MAX_VALUE : limit)
                .toList();
    }

    private static Map<String, Map<String, Long>> counts(Selected selected, List<String> facets, int limit, int least) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        for (var field : facets) {
            Map<String, Long> values = new LinkedHashMap<>();
            shown(selected, field, limit, least)
                    .forEach(each -> values.put(FacetTitles.name(field, each.value()), each.count()));
            counts.put(field, values);
        }
        return counts;
    }

    private Map<String, Object> searchFacets(Selected selected, List<String> facets, int limit, int least) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (var field : facets) {
            var items = shown(selected, field, limit, least).stream()
                    .map(each -> Map.of(
                            "name", FacetTitles.name(field, each.value()),
                            "display_name", titles.title(field, each.value()),
                            "count", each.count()))
                    .toList();
            shown.put(field, Map.of("title", field, "items", items));
        }
        return shown;
    }

    private Result show(Arguments arguments) {
        var id = arguments.text("id").or(() -> arguments.text("name_or_id")).orElseGet(() -> arguments.required("id"));
        var found =
                Optional.of(id).filter(DatasetId::isValid).map(DatasetId::new).flatMap(packages::one);
        return raw(found.orElseThrow(() -> Refusal.notFound("no dataset is called so")));
    }

    private Result resource(Arguments arguments) {
        var found = DistributionId.parse(arguments.required("id")).flatMap(packages::resource);
        return raw(found.orElseThrow(() -> Refusal.notFound("no resource is called so")));
    }

    private static Result raw(String json) {
        return out -> out.writeRawValue(json);
    }

    private Result list(Arguments arguments) {
        var all = packages.identifiers();
        int offset = Math.min(arguments.natural("offset", 0), all.size());
        int limit = Math.min(arguments.natural("limit", all.size()), all.size() - offset);
        return Result.of(all.subList(offset, offset + limit));
    }

    private Result current(Arguments arguments) {
        int limit = Math.min(arguments.natural("limit", Selection.MAX_SIZE), Selection.MAX_SIZE);
        var selected = packages.select(new Selection(
                "",
                new Condition.Everything(),
                Selection.Order.CHANGED,
                true,
                arguments.natural("offset", 0),
                limit,
                false,
                false));
        return out -> packages.write(selected.datasets(), out);
    }

    private Result autocomplete(Arguments arguments) {
        var typed = arguments.required("q");
        var selected = packages.select(new Selection(
                "",
                new Condition.TitleHolds(typed),
                Selection.Order.TITLE,
                false,
                0,
                Math.min(arguments.natural("limit", USUAL_ROWS), Selection.MAX_SIZE),
                false,
                false));
        return Result.of(selected.datasets().stream()
                .flatMap(found -> store.dataset(found.id()).stream())
                .map(dataset -> {
                    var id = dataset.id().value();
                    var title = dataset.title().best(LangText.ZH);
                    return Map.of(
                            "name",
                            id,
                            "title",
                            title,
                            "match_field",
                            "title",
                            "match_displayed",
                            title + " (" + id + ")");
                })
                .toList());
    }
}
