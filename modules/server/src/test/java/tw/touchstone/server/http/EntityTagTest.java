package tw.touchstone.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private static final EntityTag TAG = EntityTag.of(42);

    @ParameterizedTest
    @ValueSource(strings = {"\"42\"", "W/\"42\"", "\"1\", \"42\"", "\"a,b\",W/\"42\" , \"3\"", "*", " * "})
    void isKnownToWhoSentIt(String ifNoneMatch) {
        assertThat(TAG.isIn(Optional.of(ifNoneMatch))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "\"4\"", "\"420\"", "\"42", "\"\""})
    void isNotKnownToOthers(String ifNoneMatch) {
        assertThat(TAG.isIn(Optional.of(ifNoneMatch))).isFalse();
        assertThat(TAG.isIn(Optional.empty())).isFalse();
    }

    @Test
    void weakTagsNeverMatchStrongly() {
        assertThat(EntityTag.strong("W/\"42\", \"43\"")).isEqualTo(List.of(EntityTag.of(43)));
    }

    @Test
    void standsInQuotationMarks() {
        assertThat(TAG.header()).isEqualTo("\"42\"");
    }
}
