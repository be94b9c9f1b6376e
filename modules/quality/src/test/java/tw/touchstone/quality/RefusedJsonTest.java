package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What QualityJson refuses, and the place it names.
class RefusedJsonTest {

    @Test
    void whatIsNotAskedForIsRefusedWithItsPlace() {
        var good = new String(QualityJson.write(Fixtures.answer()), StandardCharsets.UTF_8);
        assertThat(QualityJson.readLinkProbe(bytes(good))).isInstanceOf(JsonReading.Value.class);
        refuses(good.replace("{\"at\"", "{\"opinion\":1,\"at\""), "/opinion");
        refuses(good.replace("\"verdict\"", "\"opinion\""), "/verdict");
        refuses(good.replace(",\"verdict\":\"OK\"", ""), "/verdict");
        refuses(good.replace("\"OK\"", "\"FINE\""), "/verdict");
        refuses(good.replace("\"OK\"", "0"), "/verdict");
        refuses(good.replace("200", "\"200\""), "/hops/0/status");
        refuses(good.replace("200", "200.5"), "/hops/0/status");
        refuses(good.replace("\"text/csv\"", "1"), "/headers/content-type");
        refuses(good.replace("\"answered\"", "7"), "/reason");
        refuses(good.replace("\"answered\"", "null"), "/reason");
        refuses(good.replace("\"192.0.2.1\"", "true"), "/hops/0/address");
        refuses(good.replace("{\"at\"", "{\"reason\":\"x\",\"at\""), "");
        refuses(good + "{}", "");
        refuses(good.substring(0, good.length() - 1), "");
        refuses("[".repeat(100_000), "");
        refuses("", "");
        refuses("null", "");
        assertThat(QualityJson.readLinkProbe(new byte[] {'"', (byte) 0xff, '"'}))
                .isEqualTo(new JsonReading.Refused<>(0, 0, "", "not valid UTF-8"));
    }

    @Test
    void aRefusalNamesLineAndField() {
        var json = """
                {"digest":"00",
                 "size":"12"}""";
        assertThat(QualityJson.readByteFacts(bytes(json)))
                .isInstanceOfSatisfying(JsonReading.Refused.class, refused -> {
                    assertThat(refused.line()).isEqualTo(1);
                    assertThat(refused.field()).isEqualTo("/digest");
                    assertThat(refused.message()).contains("64 lower-case hexadecimal digits");
                });
    }

    private static void refuses(String json, String field) {
        assertThat(QualityJson.readLinkProbe(bytes(json)))
                .as(json.substring(0, Math.min(json.length(), 400)))
                .isInstanceOfSatisfying(
                        JsonReading.Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
