package tw.touchstone.server.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

/// Labels as signed documents, checked as a stranger would: with the published keys and the JDK alone.
class CertificateIT {

    private static final String API = "/api/v1/datasets";
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    @TempDir
    private Path folder;

    private RunningServer server;
    private String token = "";
    private String id = "";

    @BeforeEach
    void start() throws Exception {
        server = RunningServer.on(folder.resolve("home"), "--touchstone.signing-keys=" + folder.resolve("keys.json"));
        token = server.editor(AirQuality.AGENCY);
        id = json(server.send("POST", API, token, "application/json", AirQuality.json("空氣品質")))
                .get("id")
                .asString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void upload(byte[] bytes) throws IOException, InterruptedException {
        var answer = server.send(
                "PUT", API + "/" + id + "/distributions/1/content", token, BodyPublishers.ofByteArray(bytes));
        assertThat(answer.statusCode()).isBetween(200, 299);
    }

    @Test
    void aStrangerChecksTheSignatureWithThePublishedKeys() throws Exception {
        upload(AirQuality.big5());

        var answer = server.get("/datasets/" + id + "/certificate");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/jose");
        var parts = answer.body().split("\\.", -1);
        var header = read(parts[0]);
        var keys = json(server.get("/.well-known/jwks.json")).get("keys");
        assertThat(keys.size()).isEqualTo(1);
        assertThat(keys.get(0).has("d")).as("the private part").isFalse();
        assertThat(header.get("kid")).isEqualTo(keys.get(0).get("kid"));
        assertThat(verifies(keys.get(0).get("x").asString(), parts)).isTrue();
        parts[1] = parts[1].substring(0, parts[1].length() - 2) + "AA";
        assertThat(verifies(keys.get(0).get("x").asString(), parts)).isFalse();

        var claims = read(answer.body().split("\\.", -1)[1]);
        assertThat(claims.get("iss").asString()).isEqualTo(RunningServer.BASE);
        assertThat(claims.get("sub").asString()).isEqualTo(RunningServer.BASE + "datasets/" + id);
        assertThat(claims.get("award").asString()).isEqualTo("platinum");
        assertThat(claims.get("policy").asString()).isEqualTo("label-114");
        assertThat(claims.get("scorecard").asString())
                .isEqualTo(json(server.get("/datasets/" + id + "/history.json")).at("/moments").valueStream().reduce((a, b) -> b).orElseThrow().get("scorecard").asString());
        var issued = Instant.ofEpochSecond(claims.get("iat").asLong());
        assertThat(Duration.between(issued, Instant.ofEpochSecond(claims.get("exp").asLong())))
                .isBetween(Duration.ofDays(1), Duration.ofDays(30));
        var flattened = json(server.get("/datasets/" + id + "/certificate.json"));
        assertThat(flattened.get("protected").asString() + "." + flattened.get("payload").asString() + "."
                        + flattened.get("signature").asString())
                .isEqualTo(answer.body());
    }

    @Test
    void itIsRevokedWhenTheLabelIsLostAndGoodAgainWhenItIsBack() throws Exception {
        assertThat(server.get("/datasets/" + id + "/certificate").statusCode()).as("nothing is held yet").isEqualTo(404);
        assertThat(state(id, "")).isEqualTo("none");
        upload(AirQuality.big5());
        var certificate = server.get("/datasets/" + id + "/certificate").body();
        assertThat(state(id, certificate)).isEqualTo("good");

        upload(AirQuality.CSV.getBytes(StandardCharsets.UTF_8));
        assertThat(state(id, certificate)).isEqualTo("revoked");
        var page = Jsoup.parse(page(id, certificate, "en"));
        assertThat(page.select("#verdict strong").text()).startsWith("Revoked");
        assertThat(page.select("#verdict").text()).contains("Now: Silver");

        upload(AirQuality.big5());
        assertThat(state(id, certificate)).isIn("good", "newer");

        server.send("DELETE", API + "/" + id + "?reason=" + encoded("示範結束"), token, "application/json", "");
        assertThat(state(id, certificate)).as("a withdrawn dataset holds nothing").isEqualTo("revoked");
        assertThat(server.get("/datasets/" + id + "/certificate").statusCode()).isEqualTo(410);
    }

    @Test
    void whatWeDidNotSignIsForged() throws Exception {
        upload(AirQuality.big5());
        var certificate = server.get("/datasets/" + id + "/certificate").body();
        var parts = certificate.split("\\.", -1);
        var none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII));

        assertThat(reason(id, "a.b")).isEqualTo("form");
        assertThat(reason(id, none + "." + parts[1] + "." + parts[2])).isEqualTo("key");
        assertThat(reason(id, parts[0] + "." + parts[1] + "." + parts[2].substring(1) + "A")).isEqualTo("signature");
        assertThat(reason("another", certificate)).isEqualTo("dataset");
        assertThat(json(server.get("/verify/no%20id.json")).get("status").asInt()).isIn(400, 404);
        assertThat(page(id, "<script>alert(1)</script>", "zh")).doesNotContain("<script>alert");
    }

    @Test
    void theBadgeSaysTheLabelInWordsAndLinksToItsVerification() throws Exception {
        upload(AirQuality.big5());

        var badge = server.get("/datasets/" + id + "/badge.svg?lang=en");

        assertThat(badge.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        var svg = Jsoup.parse(badge.body(), "", Parser.xmlParser());
        assertThat(svg.select("svg").attr("aria-label")).isEqualTo("Touchstone: Platinum");
        assertThat(svg.select("title").text()).isEqualTo("Touchstone: Platinum");
        assertThat(svg.select("a").attr("href")).isEqualTo(RunningServer.BASE + "verify/" + id + "?policy=label-114");
        assertThat(svg.select("script, style, foreignObject").size()).isZero();
        upload(AirQuality.CSV.getBytes(StandardCharsets.UTF_8));
        assertThat(server.get("/datasets/" + id + "/badge.svg").body()).contains("試金石: 銀");
        assertThat(server.get("/datasets/" + id + "/badge.svg?policy=x").statusCode()).isEqualTo(400);
    }

    /// Keys come from the configured file, made at the first start; a new one signs from then on, the old ones stay known.
    @Test
    void keysOutliveARestartAndAreOnlyForTheirOwner() throws Exception {
        upload(AirQuality.big5());
        var certificate = server.get("/datasets/" + id + "/certificate").body();
        var file = folder.resolve("keys.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(folder.resolve("home").resolve("signing-keys.json")).doesNotExist();
        var rotated = server.send("POST", "/operations/rotate-key", server.operator(), "application/json", "");
        assertThat(rotated.statusCode()).isEqualTo(200);
        server.close();

        server = RunningServer.on(folder.resolve("home"), "--touchstone.signing-keys=" + file);

        assertThat(state(id, certificate)).as("signed with the old key").isIn("good", "newer");
        var fresh = server.get("/datasets/" + id + "/certificate").body();
        assertThat(read(fresh.split("\\.", -1)[0]).get("kid")).isEqualTo(json(rotated).get("kid"));
        assertThat(json(server.get("/.well-known/jwks.json")).get("keys").size()).isEqualTo(2);
    }

    private String state(String dataset, String certificate) throws IOException, InterruptedException {
        return verification(dataset, certificate).get("state").asString();
    }

    private String reason(String dataset, String certificate) throws IOException, InterruptedException {
        var verification = verification(dataset, certificate);
        assertThat(verification.get("state").asString()).isEqualTo("forged");
        return verification.get("reason").asString();
    }

    private JsonNode verification(String dataset, String certificate) throws IOException, InterruptedException {
        return json(server.get("/verify/" + dataset + ".json?certificate=" + encoded(certificate)));
    }

    private String page(String dataset, String certificate, String language) throws IOException, InterruptedException {
        return server.get("/verify/" + dataset + "?lang=" + language + "&certificate=" + encoded(certificate), "Accept", "text/html")
                .body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode read(String part) {
        return JsonMapper.shared().readTree(DECODER.decode(part));
    }

    /// RFC 8037 and RFC 7515 by hand, so that no code of ours checks itself.
    private static boolean verifies(String key, String[] parts) throws GeneralSecurityException {
        var little = DECODER.decode(key);
        var big = new byte[little.length];
        for (int i = 0; i < little.length; i++) {
            big[i] = little[little.length - 1 - i];
        }
        boolean odd = (big[0] & 0x80) != 0;
        big[0] &= 0x7f;
        var spec = new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, big)));
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spec));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(DECODER.decode(parts[2]));
    }
}
