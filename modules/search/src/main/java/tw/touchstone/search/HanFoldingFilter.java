package tw.touchstone.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Folds the variants of Chinese characters in every token.
final class HanFoldingFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    HanFoldingFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        var buffer = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            buffer[i] = (char) HanFolding.fold(buffer[i]);
        }
        return true;
    }
}
