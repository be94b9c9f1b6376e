package tw.touchstone.search;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/// Reads `_` and `:` as spaces, because word segmentation (UAX #29) joins words at them: the column `site_name` is
/// then found by its parts. The circle of 一一○年 becomes the Chinese zero, because a circle is no part of a word.
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
            } else if (buffer[i] == '○') {
                buffer[i] = '〇';
            }
        }
        return read;
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }
}
