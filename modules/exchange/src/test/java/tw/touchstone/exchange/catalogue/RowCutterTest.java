package tw.touchstone.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.exchange.catalogue.RowCutter.Cut;

class RowCutterTest {

    private static final Limits SMALL = new Limits(40, 1_000, 1_000, 10_000);

    @Test
    void cutsAtLineEndsOutsideQuotes() throws IOException {
        assertThat(cut("a,\"b\r\nc\nd\",e\r\n\r\nf\rg\n\"h\"\"\n\",i"))
                .containsExactly(
                        row(1, "a,\"b\r\nc\nd\",e"), row(5, "f"), row(6, "g"), row(7, "\"h\"\"\n\",i"));
    }

    @Test
    void aQuoteInsideAnUnquotedFieldIsText() throws IOException {
        assertThat(cut("a,5\" pipe\nb,c")).containsExactly(row(1, "a,5\" pipe"), row(2, "b,c"));
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOneLine() throws IOException {
        assertThat(cut("a,\"b\nc,d\ne,f"))
                .containsExactly(fault(1, "a quote is opened and never closed"), row(2, "c,d"), row(3, "e,f"));
    }

    @Test
    void aRowThatIsTooLongCostsOneLine() throws IOException {
        assertThat(cut("a,b\n" + "x".repeat(41) + "\nc,d"))
                .containsExactly(row(1, "a,b"), fault(2, "the row is longer than 40 characters"), row(3, "c,d"));
    }

    @Test
    void aRowOfJustTheLimitIsRead() throws IOException {
        assertThat(cut("x".repeat(40) + "\nc")).containsExactly(row(1, "x".repeat(40)), row(2, "c"));
    }

    @Test
    void aQuoteThatOpensAFieldBeyondTheLimitCostsItsFirstLine() throws IOException {
        assertThat(cut("\"a\nb,c\r\n" + "y,z\n".repeat(20)))
                .startsWith(fault(1, "the row is longer than 40 characters"), row(2, "b,c"), row(3, "y,z"))
                .hasSize(22)
                .endsWith(row(22, "y,z"));
    }

    @Test
    void endsInFiniteTimeWhereEveryLineOpensAQuote() throws IOException {
        var cutter = new RowCutter(new StringReader("x\",\"\n".repeat(100_000)), SMALL);
        int rows = 0;
        while (!cutter.exhausted() && cutter.next().isPresent()) {
            rows++;
        }

        assertThat(rows).isBetween(200, 400);
    }

    @Test
    void holdsOneRowOfAnEndlessFile() throws IOException {
        var endless = new Reader() {
            private long left = 300_000_000L;

            @Override
            public int read(char[] buffer, int offset, int length) {
                int read = (int) Math.min(length, left);
                java.util.Arrays.fill(buffer, offset, offset + read, 'x');
                left -= read;
                return read == 0 ? -1 : read;
            }

            @Override
            public void close() {}
        };

        assertThat(new RowCutter(endless, Limits.DEFAULT).next())
                .contains(fault(1, "the row is longer than 4,194,304 characters"));
    }

    private static List<Cut> cut(String text) throws IOException {
        var cutter = new RowCutter(new StringReader(text), SMALL);
        var cuts = new ArrayList<Cut>();
        for (var cut = cutter.next(); cut.isPresent(); cut = cutter.next()) {
            cuts.add(cut.get());
        }
        return cuts;
    }

    private static Cut row(long line, String text) {
        return new Cut(line, text, Optional.empty());
    }

    private static Cut fault(long line, String fault) {
        return new Cut(line, "", Optional.of(fault));
    }
}
