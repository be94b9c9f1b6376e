package tw.touchstone.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// One term of a text: a word, a number, or a single Chinese character.
///
/// @param term  as it stands in the index
/// @param start offset of its first character in the text
/// @param end   offset after its last character
/// @param han   whether it is a Chinese character
record Token(String term, int start, int end, boolean han) {

    private static final String HAN_TYPE = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC];

    private static final Analyzer SINGLES = new CatalogAnalyzer(CatalogAnalyzer.Han.SINGLES);

    /// The terms of a text, in order.
    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        try (var stream = SINGLES.tokenStream("", text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            var offset = stream.getAttribute(OffsetAttribute.class);
            var type = stream.getAttribute(TypeAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                boolean han = type.type().equals(HAN_TYPE);
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset(), han));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /// Whether nothing stands between the two in the text.
    boolean touches(Token next) {
        return end == next.start;
    }
}
