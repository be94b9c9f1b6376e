package tw.touchstone.search;

import com.ibm.icu.text.Normalizer2;
import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// Cuts Chinese and English text, mixed, into the terms of the index.
///
/// With [Han#PAIRS] a run of Chinese characters becomes its overlapping pairs (空氣品質: 空气 气品 品质), so that any part
/// of two characters or more is found as a phrase; with [Han#SINGLES] it becomes single characters.
final class CatalogAnalyzer extends Analyzer {

    /// What becomes of a run of Chinese characters.
    enum Han {
        PAIRS,
        SINGLES
    }

    private final Han han;

    CatalogAnalyzer(Han han) {
        this.han = han;
    }

    // Width, case and invisible characters go first, because they decide where words end; characters are folded before
    // they are paired, because a pair is one term. KStem leaves codes such as A17 alone, and Chinese as well.
    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        TokenStream terms = new HanFoldingFilter(words);
        terms = new EnglishPossessiveFilter(terms);
        terms = new ASCIIFoldingFilter(terms);
        terms = new KStemFilter(terms);
        return new TokenStreamComponents(
                words, han == Han.PAIRS ? new CJKBigramFilter(terms, CJKBigramFilter.HAN) : terms);
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new WordBreakFilter(new ICUNormalizer2CharFilter(reader, Normalizer2.getNFKCCasefoldInstance()));
    }

    /// Keeps a phrase from matching across two keywords, or from one language's title into the next.
    @Override
    public int getPositionIncrementGap(String field) {
        return 100;
    }
}
