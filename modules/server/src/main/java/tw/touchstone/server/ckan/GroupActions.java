package tw.touchstone.server.ckan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;
import tw.touchstone.search.Condition;
import tw.touchstone.search.Facet;
import tw.touchstone.search.FacetCount;
import tw.touchstone.search.Selection;
import tw.touchstone.server.layout.Names;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Vocabularies;

/// The actions about what datasets are grouped by: agencies are organisations, themes and service classes are groups,
/// keywords
/// are tags. Lists hold what at least one dataset has; anything that is known can be shown.
@Component
class GroupActions {

    private static final Comparator<Group> BY_NAME = Comparator.comparing(Group::name);

    private final Packages packages;
    private final CatalogStore store;
    private final Vocabularies vocabularies;
    private final Names names;

    GroupActions(Catalog catalog, Packages packages, Names names) {
        this.packages = packages;
        this.store = catalog.store();
        this.vocabularies = catalog.vocabularies();
        this.names = names;
    }

    /// An agency or a theme.
    private record Group(String name, String title, String description, Facet facet) {

        boolean isOrganization() {
            return facet == Facet.AGENCY;
        }
    }

    List<Action> actions(JsonMapper json) {
        return List.of(
                new Action(
                        "organization_list",
                        "Lists the agencies that publish. sort: name, title or package_count, asc or desc; "
                                + "limit, offset; "
                                + "organizations: only these; all_fields: whether they are shown and not only named.",
                        arguments -> list(arguments, this::agencies, "organizations", Facet.AGENCY, json)),
                new Action(
                        "organization_show",
                        "Shows an agency. id: its identifier; include_datasets: whether its datasets come "
                                + "along, at most 1000.",
                        arguments -> show(arguments, this::agency)),
                new Action(
                        "group_list",
                        "Lists the themes and service classes that datasets have. Takes what organization_list "
                                + "takes, with groups "
                                + "for organizations.",
                        arguments -> list(arguments, this::themes, "groups", Facet.THEME, json)),
                new Action(
                        "group_show",
                        "Shows a theme or service class. Takes what organization_show takes.",
                        arguments -> show(arguments, this::theme)),
                new Action(
                        "tag_list",
                        "Lists the keywords that datasets have, at most the 1000 most frequent. query: what "
                                + "they hold; all_fields.",
                        this::tags));
    }

    private List<Group> agencies() {
        return store.agencies().stream().map(GroupActions::group).toList();
    }

    private Optional<Group> agency(String name) {
        return Optional.of(name)
                .filter(AgencyId::isValid)
                .map(AgencyId::new)
                .flatMap(names::agency)
                .map(GroupActions::group);
    }

    private static Group group(Agency agency) {
        return new Group(
                agency.id().value(),
                agency.name().best(LangText.ZH),
                agency.name().in(LangText.EN).orElse(""),
                Facet.AGENCY);
    }

    private List<Group> themes() {
        return Stream.concat(vocabularies.themes().concepts().stream(), vocabularies.services().concepts().stream())
                .map(GroupActions::group)
                .toList();
    }

    private Optional<Group> theme(String name) {
        return names.theme(name).map(GroupActions::group);
    }

    private static Group group(Concept theme) {
        return new Group(
                theme.notation(),
                theme.label().best(LangText.ZH),
                theme.label().in(LangText.EN).orElse(""),
                Facet.THEME);
    }

    private Result list(
            Arguments arguments,
            java.util.function.Supplier<List<Group>> known,
            String named,
            Facet facet,
            JsonMapper json) {
        var counts = counts(facet);
        var wanted = Set.copyOf(arguments.list(named, json));
        var groups = new ArrayList<>(known.get().stream()
                .filter(group -> wanted.isEmpty() ? counts.containsKey(group.name()) : wanted.contains(group.name()))
                .toList());
        groups.sort(order(
                arguments.text("sort").or(() -> arguments.text("order_by")).orElse("title asc"), counts));
        int offset = Math.min(arguments.natural("offset", 0), groups.size());
        int limit = Math.min(arguments.natural("limit", groups.size()), groups.size() - offset);
        var part = groups.subList(offset, offset + limit);
        return Result.of(
                arguments.flag("all_fields", false)
                        ? part.stream()
                                .map(group -> fields(group, counts.getOrDefault(group.name(), 0L)))
                                .toList()
                        : part.stream().map(Group::name).toList());
    }

    private static Comparator<Group> order(String sort, Map<String, Long> counts) {
        var words = sort.strip().split("\\s+", -1);
        Comparator<Group> order = switch (words[0]) {
            case "name" -> BY_NAME;
            case "title" -> Comparator.comparing(Group::title);
            case "package_count", "packages" -> Comparator.comparing(group -> counts.getOrDefault(group.name(), 0L));
            default -> throw Refusal.invalid("sort", "Cannot sort by field `" + words[0] + "`");
        };
        boolean down = words.length > 1 && words[1].equalsIgnoreCase("desc");
        return (down ? order.reversed() : order).thenComparing(BY_NAME);
    }

    private Map<String, Long> counts(Facet facet) {
        var all = new Selection("", new Condition.Everything(), Selection.Order.IDENTIFIER, false, 0, 0, true, false);
        return packages.select(all).counts(facet).stream()
                .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
    }

    private Result show(Arguments arguments, Function<String, Optional<Group>> find) {
        var group = find.apply(arguments.required("id")).orElseThrow(() -> Refusal.notFound("nothing is called so"));
        boolean withDatasets = arguments.flag("include_datasets", false);
        var members = packages.select(new Selection(
                "",
                new Condition.Has(group.facet(), Set.of(group.name())),
                Selection.Order.CHANGED,
                true,
                0,
                withDatasets ? Selection.MAX_SIZE : 0,
                false,
                false));
        var fields = fields(group, members.total());
        return out -> {
            out.writeStartObject();
            fields.forEach(out::writePOJOProperty);
            if (withDatasets) {
                out.writeName("packages");
                packages.write(members.datasets(), out);
            }
            out.writeEndObject();
        };
    }

    /// As CKAN shows them: a member that has no value is there, and null.
    private static Map<String, @Nullable Object> fields(Group group, long packages) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("id", group.name());
        fields.put("name", group.name());
        fields.put("title", group.title());
        fields.put("display_name", group.title());
        fields.put("description", group.description());
        fields.put("type", group.isOrganization() ? "organization" : "group");
        fields.put("is_organization", group.isOrganization());
        fields.put("approval_status", "approved");
        fields.put("state", "active");
        fields.put("image_url", "");
        fields.put("image_display_url", "");
        fields.put("package_count", packages);
        fields.put("num_followers", 0);
        fields.put("created", null);
        fields.put("extras", List.of());
        fields.put("groups", List.of());
        fields.put("tags", List.of());
        fields.put("users", List.of());
        return fields;
    }

    private Result tags(Arguments arguments) {
        if (arguments.text("vocabulary_id").isPresent()) {
            throw Refusal.notFound("there are no vocabularies of tags");
        }
        var holds = arguments.text("query").or(() -> arguments.text("q")).orElse("");
        var all = new Selection("", new Condition.HasKeyword(), Selection.Order.IDENTIFIER, false, 0, 0, false, true);
        var found = packages.select(all).keywords().stream()
                .map(FacetCount::value)
                .filter(keyword -> keyword.contains(holds))
                .sorted()
                .toList();
        return Result.of(
                arguments.flag("all_fields", false)
                        ? found.stream()
                                .map(keyword -> Map.of("id", keyword, "name", keyword, "display_name", keyword))
                                .toList()
                        : found);
    }
}
