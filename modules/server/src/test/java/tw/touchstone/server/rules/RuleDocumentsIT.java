package tw.touchstone.server.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.quality.Metric;
import tw.touchstone.server.RunningServer;
import tw.touchstone.vocabulary.Terms;

/// Rules, policies and standards say the same as a page, as JSON, as Turtle, and in docs/rules.md.
class RuleDocumentsIT {

    @TempDir
    private static Path home;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.on(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRuleSaysTheSameInEveryForm() throws Exception {
        var catalogue = Files.readString(Path.of("../../docs/rules.md"));
        for (var metric : Metric.values()) {
            var path = "/rules/" + metric.id();
            var item = json(server.get(path + ".json"));
            var zh = item.get("title").get("zh-Hant-TW").asString();
            assertThat(item.get("id").asString()).isEqualTo(metric.id());
            assertThat(item.get("dimension").asString()).isEqualTo(metric.dimension().id());

            var resource = turtle(server.get(path + ".ttl")).getResource(Terms.METRIC + metric.id());
            assertThat(resource.getProperty(SKOS.prefLabel, "zh-Hant-TW").getString()).isEqualTo(zh);
            assertThat(resource.getProperty(SKOS.definition, "en").getString())
                    .isEqualTo(item.get("definition").get("en").asString());

            assertThat(server.get(path, "Accept", "text/html").body()).contains(zh);
            assertThat(catalogue).contains("## `" + metric.id() + "` " + zh);
        }
    }

    @Test
    void theListHasEveryRuleOnce() throws Exception {
        assertThat(json(server.get("/rules.json")).get("items").valueStream().map(each -> each.get("id").asString()))
                .containsExactlyElementsOf(Stream.of(Metric.values()).map(Metric::id).toList());
        assertThat(turtle(server.get("/rules.ttl"))
                        .listSubjectsWithProperty(SKOS.notation)
                        .toList())
                .hasSizeGreaterThan(Metric.values().length);
    }

    @Test
    void theFormFollowsTheAcceptHeaderAndAPageIsTheDefault() throws Exception {
        for (var path : new String[] {"/rules/linkable", "/rules", "/policies", "/policies/mqa-405", "/standards", "/standards/date"}) {
            assertThat(type(path, "*/*")).as(path).startsWith("text/html");
            assertThat(type(path, "text/html,application/xhtml+xml,*/*;q=0.8")).as(path).startsWith("text/html");
            assertThat(type(path, "application/json")).as(path).startsWith("application/json");
            assertThat(server.get(path, "Accept", "application/json").headers().allValues("Vary"))
                    .as(path)
                    .anyMatch(vary -> List.of(vary.toLowerCase(Locale.ROOT).split(",\\s*", -1)).contains("accept"));
        }
        assertThat(type("/rules/linkable", "text/turtle")).startsWith("text/turtle");
        assertThat(server.get("/rules/absent.json").statusCode()).isEqualTo(404);
        assertThat(server.get("/rules/absent", "Accept", "text/turtle").statusCode()).isEqualTo(404);
        assertThat(server.get("/policies/absent.json").statusCode()).isEqualTo(404);
        assertThat(server.get("/standards/absent.json").statusCode()).isEqualTo(404);
    }

    @Test
    void aPolicyIsServedAsItsFile() throws Exception {
        for (var policy : PolicyFiles.load()) {
            assertThat(server.get("/policies/" + policy.id() + ".json").body()).isEqualTo(PolicyFiles.text(policy.id()));
            assertThat(server.get("/policies/" + policy.id(), "Accept", "text/html").body())
                    .contains(policy.title().best("zh-Hant-TW"));
        }
        var weights = server.get("/policies/mqa-405", "Accept", "text/html").body();
        assertThat(weights).contains("405").contains("/rules/mqa-access-url-status-code");
    }

    @Test
    void aStandardFieldSaysHowItsValuesLook() throws Exception {
        var field = json(server.get("/standards/unified-business-number.json"));
        assertThat(field.get("forms").valueStream().map(each -> each.asString())).containsExactly("business-number");
        assertThat(field.get("domain").asString()).isEqualTo("commerce");
        assertThat(json(server.get("/standards.json")).get("domains").size()).isEqualTo(21);
    }

    private static String type(String path, String accept) throws Exception {
        return server.get(path, "Accept", accept).headers().firstValue("Content-Type").orElse("");
    }

    private static Model turtle(HttpResponse<String> response) {
        var model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(
                model, new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)), Lang.TURTLE);
        return model;
    }
}
