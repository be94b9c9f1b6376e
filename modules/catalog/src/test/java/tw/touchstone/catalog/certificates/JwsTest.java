package tw.touchstone.catalog.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// The keys are those of RFC 8037, appendix A.
class JwsTest {

    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final byte[] SECRET = DECODER.decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
    private static final byte[] OPEN = DECODER.decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    private static final SigningKey KEY = new SigningKey(SECRET, OPEN, Instant.EPOCH);

    @Test
    void aKeyIsNamedByItsThumbprint() {
        assertThat(KEY.id()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void signsAsTheStandardDoes() {
        var signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";

        var signature = KEY.sign(signed.getBytes(StandardCharsets.US_ASCII));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(signature))
                .isEqualTo("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    }

    @Test
    void everyChangedCharacterBreaksTheSignature() {
        var text = Jws.sign("{\"award\":\"platinum\"}".getBytes(StandardCharsets.US_ASCII), KEY)
                .compact();
        assertThat(isGood(text)).isTrue();

        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            var changed = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(isGood(changed)).as("character %d of %s", i, text).isFalse();
        }
    }

    @Test
    void noOtherAlgorithmIsTaken() {
        var none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"kid\":\"%s\"}".formatted(KEY.id()).getBytes(StandardCharsets.US_ASCII));

        assertThat(Jws.parse(none + ".e30.AA").orElseThrow().keyId()).isEmpty();
    }

    @Test
    void whatIsNoSignedTextIsNotRead() {
        assertThat(Jws.parse("")).isEmpty();
        assertThat(Jws.parse("a.b")).isEmpty();
        assertThat(Jws.parse("a.b.c.d")).isEmpty();
        assertThat(Jws.parse("a.b.")).isEmpty();
        assertThat(Jws.parse("a.b." + "c".repeat(9_000))).isEmpty();
    }

    @Test
    void keysThatDoNotBelongTogetherAreRefused() {
        assertThatThrownBy(() -> new SigningKey(SECRET, SigningKey.generate(Instant.EPOCH).open().getBytes(StandardCharsets.US_ASCII), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
        var other = DECODER.decode(SigningKey.generate(Instant.EPOCH).open());
        assertThatThrownBy(() -> new SigningKey(SECRET, other, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean isGood(String compact) {
        return Jws.parse(compact)
                .filter(jws -> jws.keyId().filter(KEY.id()::equals).isPresent())
                .filter(jws -> jws.isSignedBy(KEY))
                .isPresent();
    }
}
