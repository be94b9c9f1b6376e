package tw.touchstone.server.fixes;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tw.touchstone.quality.JsonReading;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.server.RunningServer;

/// What is done to and read of a published dataset over HTTP.
record Published(RunningServer server, String token, String id) {

    /// Registers a dataset and uploads its file, as a person's program does.
    static Published of(RunningServer server, String token, Sick sick) throws Exception {
        var registered = server.send("POST", "/api/v1/datasets", token, "application/json", sick.json());
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        var published = new Published(server, token, json(registered).get("id").asString());
        published.upload(sick.file());
        return published;
    }

    void upload(byte[] file) throws Exception {
        var uploaded = server.send(
                "PUT", path("/distributions/1/content"), token, BodyPublishers.ofByteArray(file));
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(200);
    }

    String path(String below) {
        return "/api/v1/datasets/" + id + below;
    }

    HttpResponse<String> get(String below) throws Exception {
        return server.get(path(below), "Authorization", "Bearer " + token);
    }

    HttpResponse<String> post(String below, String... headers) throws Exception {
        var request = server.request(path(below)).header("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return server.send(request.POST(BodyPublishers.noBody()));
    }

    List<JsonNode> fixes() throws Exception {
        var answer = get("/fixes");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("items").valueStream().toList();
    }

    /// The fix of a kind that is offered.
    String fix(String kind) throws Exception {
        return fixes().stream()
                .filter(each -> each.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fix of kind " + kind))
                .get("id")
                .asString();
    }

    String tag() throws Exception {
        return get("").headers().firstValue("ETag").orElseThrow();
    }

    /// Applies a fix to the state that stands now.
    JsonNode apply(String fix) throws Exception {
        var answer = post("/fixes/" + fix, "If-Match", tag());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    HttpResponse<String> undo(long number) throws Exception {
        return post("/fixes/applied/" + number + "/undo");
    }

    /// The published scorecards under all policies.
    List<Scorecard> scorecards() throws Exception {
        var cards = new ArrayList<Scorecard>();
        for (var document : documents()) {
            cards.add(switch (QualityJson.readScorecard(document.getBytes(StandardCharsets.UTF_8))) {
                case JsonReading.Value<Scorecard>(Scorecard card) -> card;
                case JsonReading.Refused<Scorecard> refused -> throw new AssertionError(refused.toString());
            });
        }
        return cards;
    }

    /// Their documents, byte for byte.
    List<String> documents() throws Exception {
        var documents = new ArrayList<String>();
        for (var policy : server.catalog().judging().evaluations().policies().stream().map(Policy::id).toList()) {
            var answer = get("/scorecard?policy=" + policy);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            documents.add(answer.body());
        }
        return documents;
    }

    String label() throws Exception {
        return json(get("/scorecard?policy=label-114")).get("label").asString();
    }

    /// A scorecard without the digest of the metadata, in which the second of a copy's making stands.
    static Scorecard besidesMetadata(Scorecard card, Scorecard other) {
        return new Scorecard(
                card.engine(),
                card.policy(),
                card.dataset(),
                other.inputs(),
                card.since(),
                card.validUntil(),
                card.label(),
                card.grade(),
                card.points(),
                card.score(),
                card.cause(),
                card.atMost(),
                card.open(),
                card.nextStep(),
                card.stands(),
                card.dimensions(),
                card.distributions(),
                card.risks(),
                card.errors());
    }

}
