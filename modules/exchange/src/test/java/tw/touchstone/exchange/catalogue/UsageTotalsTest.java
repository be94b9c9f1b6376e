package tw.touchstone.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.exchange.catalogue.UsageTotals.Reading;
import tw.touchstone.exchange.catalogue.UsageTotals.Total;
import tw.touchstone.model.DatasetId;

class UsageTotalsTest {

    private static final String HEADER = "title\tid_2026\tprovider\tviews_2018\tdownloads_2018\trating\n";

    private static Reading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Reading read(byte[] bytes) {
        try {
            return UsageTotals.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError("bytes in memory cannot fail", e);
        }
    }

    @Test
    void rowsWithOneIdentifierAreAddedUp() {
        assertThat(read(HEADER + "甲\t7\t署\t10\t3\t\n乙\t8\t署\t1\t0\t60\n甲（續）\t7\t署\t5\t4\t\n"))
                .isEqualTo(new Reading.Read(
                        3, 1, Map.of(new DatasetId("7"), new Total(15, 7), new DatasetId("8"), new Total(1, 0))));
    }

    @Test
    void columnsAreFoundByTheirNamesInWhateverOrderAndForm() {
        var one = new Reading.Read(1, 0, Map.of(new DatasetId("7"), new Total(10, 3)));
        assertThat(read("\uFEFF下載次數\t資料集識別碼\t瀏覽次數\r\n3\t 7 \t10\r\n\r\n")).isEqualTo(one);
        assertThat(read("id\tviews\tdownloads\n7\t10\t3")).isEqualTo(one);
        assertThat(read("id\tviews\tdownloads\nA59000000N-7\t10\t3"))
                .as("what is no number is told apart, as in an import of the catalogue")
                .isEqualTo(new Reading.Read(1, 0, Map.of(new DatasetId("national-A59000000N-7"), new Total(10, 3))));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "7;10,           2 columns; column 3 is needed",
        "7;10;-1,        '-1' is no count",
        "7;10;1.5,       '1.5' is no count",
        "7;10;,          '' is no count",
        "7;1234567890123;1, '1234567890123' is no count",
        ";10;1,          '' is no identifier",
        "a b;10;1,       'a b' is no identifier",
    })
    void aLineOfAnotherFormIsNamed(String line, String reason) {
        assertThat(read("id\tviews\tdownloads\n1\t1\t1\n" + line.replace(';', '\t') + "\n2\t2\t2\n"))
                .isInstanceOfSatisfying(Reading.Malformed.class, refused -> {
                    assertThat(refused.line()).isEqualTo(3);
                    assertThat(refused.message()).contains(reason);
                });
    }

    @Test
    void whatIsNoSuchTableIsRefused() {
        assertThat(read("")).isEqualTo(new Reading.Malformed(0, "the file is empty"));
        assertThat(read("id,views,downloads\n1,1,1\n")).isInstanceOf(Reading.Malformed.class);
        assertThat(read("id\tviews_2017\tviews_2018\tdownloads\n1\t1\t1\t1\n"))
                .as("nobody knows which of them is meant")
                .isInstanceOf(Reading.Malformed.class);
        assertThat(read((HEADER + "甲\t7\t署\t1\t1\t\n").getBytes(Charset.forName("Big5"))))
                .isEqualTo(new Reading.Malformed(2, "the line is not UTF-8"));
        assertThat(read(new byte[UsageTotals.LARGEST + 1])).isInstanceOf(Reading.Malformed.class);
    }
}
