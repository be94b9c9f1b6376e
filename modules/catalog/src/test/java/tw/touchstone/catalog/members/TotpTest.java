package tw.touchstone.catalog.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// RFC 6238, appendix B, the rows of SHA-1.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void showsTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8)).isEqualTo(code);
    }

    /// RFC 4226, appendix D.
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "9, 520489"})
    void showsTheCodesOfTheStandardItStandsOn(long counter, String code) {
        assertThat(Totp.code(SECRET, counter, 6)).isEqualTo(code);
    }

    @Test
    void takesTheStepBeforeAndAfterAndNoOther() {
        var now = Instant.ofEpochSecond(1_000 * 30L);
        for (long step : new long[] {999, 1_000, 1_001}) {
            assertThat(Totp.match(SECRET, Totp.code(SECRET, step, 6), now, 0)).isEqualTo(OptionalLong.of(step));
        }
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 998, 6), now, 0)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 1_002, 6), now, 0)).isEmpty();
    }

    @Test
    void takesNoStepUpToTheLastUsedOne() {
        var now = Instant.ofEpochSecond(1_000 * 30L);
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 1_000, 6), now, 999)).isEqualTo(OptionalLong.of(1_000));
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 1_000, 6), now, 1_000)).isEmpty();
    }

    /// RFC 4648, section 10, without the padding.
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesBase32AsTheStandard(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }
}
