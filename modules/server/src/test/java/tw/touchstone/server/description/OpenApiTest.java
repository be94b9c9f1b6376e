package tw.touchstone.server.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.server.signin.Access;
import tw.touchstone.server.signin.Route;
import tw.touchstone.server.signin.Routes;

/// The description against the authorisation table, and against itself. A route that is added for programs is to be
/// described in `openapi.json`, parameters, example and errors included.
class OpenApiTest {

    private static final List<String> DESCRIBED =
            List.of("/api/v1/", "/api/3", "/api/action/", "/api/v2/", "/api/front/", "/datasets/export/");

    private final JsonNode description = JsonMapper.builder().build().readTree(DescriptionController.document());

    @Test
    void everyRouteForProgramsIsDescribedAndNoOther() {
        var described = new TreeSet<String>();
        description.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(each -> described.add(each.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        var routes = new TreeSet<String>();
        routes().forEach(route -> routes.add(route.method() + " " + plain(route)));
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void itSaysWhichRoutesNeedSomebodySignedIn() {
        routes().forEach(route -> {
            boolean open = operation(route).get("security").isEmpty();
            assertThat(open).as(route.toString()).isEqualTo(route.access() instanceof Access.Anyone);
        });
    }

    @Test
    void everyOperationHasASummaryAnExampleItsParametersAndTheLimit() {
        var names = new ArrayList<String>();
        routes().forEach(route -> {
            var operation = operation(route);
            names.add(operation.get("operationId").asString());
            assertThat(operation.get("summary").asString()).as(route.toString()).isNotBlank();
            assertThat(operation.at("/tags/0").asString()).as(route.toString()).isNotBlank();
            var inPath = new TreeSet<String>();
            operation.path("parameters").forEach(each -> {
                assertThat(each.get("description").asString()).as(route + " " + each.get("name")).isNotBlank();
                if (each.get("in").asString().equals("path")) {
                    inPath.add("{" + each.get("name").asString() + "}");
                }
            });
            assertThat(Stream.of(plain(route).split("/", -1)).filter(step -> step.startsWith("{")).toList())
                    .as(route.toString())
                    .containsExactlyInAnyOrderElementsOf(inPath);
            var success = operation.get("responses").properties().stream()
                    .filter(each -> each.getKey().startsWith("2"))
                    .toList();
            assertThat(success).as(route.toString()).isNotEmpty();
            success.forEach(each -> each.getValue().path("content").forEach(
                    content -> assertThat(content.has("example")).as(route.toString()).isTrue()));
            if (!plain(route).startsWith("/datasets/")) {
                assertThat(operation.get("responses").has("429")).as(route.toString()).isTrue();
            }
        });
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = new ArrayList<String>();
        collect(description, references);
        assertThat(references).isNotEmpty().allSatisfy(each ->
                assertThat(description.at(each.substring(1)).isMissingNode()).as(each).isFalse());
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }

    private JsonNode operation(Route route) {
        return description.get("paths").get(plain(route)).get(route.method().name().toLowerCase(Locale.ROOT));
    }

    private static List<Route> routes() {
        return Routes.all().stream()
                .filter(route -> DESCRIBED.stream().anyMatch(route.pattern()::startsWith))
                .toList();
    }

    /// The pattern without the forms of its variables.
    private static String plain(Route route) {
        return route.pattern().replaceAll("\\{([a-z]+):[^}]*}", "{$1}");
    }
}
