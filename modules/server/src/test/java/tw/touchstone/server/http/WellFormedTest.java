package tw.touchstone.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WellFormedTest {

    @Test
    void halfAPairIsReplacedAndNothingElse() {
        assertThat(WellFormed.text("a\uD800b")).isEqualTo("a?b");
        assertThat(WellFormed.text("\uDC00")).isEqualTo("?");
        assertThat(WellFormed.text("😀臺\u0000")).isEqualTo("😀臺\u0000");
    }

    @Test
    void jsonCanAlwaysBeWritten() {
        var mapper = JsonMapper.builder();
        new WellFormed().wellFormedTexts().customize(mapper);
        var value = Map.of("list", List.of("x\uD800"), "map", Map.of("k", "\uDFFF😀"));
        var written = mapper.build().readTree(mapper.build().writeValueAsBytes(value));
        assertThat(written.get("list").get(0).asString()).isEqualTo("x?");
        assertThat(written.get("map").get("k").asString()).isEqualTo("?😀");
    }
}
