package tw.touchstone.server.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    private static final long SIZE = 10;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,   0, 0",
        "bytes=0-,    0, 9",
        "bytes=3-5,   3, 5",
        "bytes=9-9,   9, 9",
        "bytes=3-99,  3, 9",
        "bytes=-1,    9, 9",
        "bytes=-10,   0, 9",
        "bytes=-11,   0, 9",
        "Bytes = 1-2, 1, 2"
    })
    void onePartIsHandedOut(String header, long first, long last) {
        assertThat(ByteRange.of(Optional.of(header), SIZE)).isEqualTo(new ByteRange.Part(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0"})
    void nothingOfItIsThere(String header) {
        assertThat(ByteRange.of(Optional.of(header), SIZE)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=-", "bytes=5-3", "bytes=0-1,3-4", "rows=1-2", "bytes=a-b", "bytes=0-99999999999999999999"})
    void whatCannotBeReadIsIgnored(String header) {
        assertThat(ByteRange.of(Optional.of(header), SIZE)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void withoutAHeaderTheWholeFileIsMeant() {
        assertThat(ByteRange.of(Optional.empty(), SIZE)).isEqualTo(new ByteRange.Whole());
    }
}
