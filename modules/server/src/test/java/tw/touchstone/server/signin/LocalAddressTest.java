package tw.touchstone.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/workspace", "/workspace/datasets/1?lang=en&x=%20", "/a:b@c"})
    void leadsToAddressesOfThisSite(String address) {
        assertThat(LocalAddress.of(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "//evil.example", "/\\evil.example", "https://evil.example", "evil.example", "/a b", "/a\r\nX: y",
                "javascript:alert(1)", "/a\\b"
            })
    void leadsNowhereElse(String address) {
        assertThat(LocalAddress.of(address)).isEmpty();
    }
}
