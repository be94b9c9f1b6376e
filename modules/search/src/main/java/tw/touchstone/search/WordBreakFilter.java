package tw.touchstone.search;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/// Reads `_` and `:` as spaces, because word segmentation (UAX #29) joins words at them: the column `site_name` is
/// then found by its parts.
final class WordBreakFilter extends CharFilter {

    WordBreakFilter(Reader input) {
        super(input);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = input.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            if (buffer[i] == '_' || buffer[i] == ':') {
                buffer[i] = ' ';
            }
        }
        return read;
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }
}
