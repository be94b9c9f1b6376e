package tw.touchstone.search;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import org.apache.lucene.util.BytesRef;
import tw.touchstone.model.LangText;

/// The alphabetical order of titles as a reader of one language sees them: Chinese by strokes, as Taiwan's lists are.
enum TitleOrder {
    CHINESE("title.order.zh", LangText.ZH),
    ENGLISH("title.order.en", LangText.EN);

    /// Keys are part of page cursors, so that many characters must do.
    private static final int MAX_ORDERED = 40;

    private static final Collator STROKES = Collator.getInstance(new ULocale("zh-Hant-TW-u-co-stroke")).freeze();

    private final String field;
    private final String language;

    TitleOrder(String field, String language) {
        this.field = field;
        this.language = language;
    }

    static TitleOrder of(String language) {
        return language.startsWith("en") ? ENGLISH : CHINESE;
    }

    String field() {
        return field;
    }

    BytesRef key(LangText title) {
        var key = new RawCollationKey();
        ((RuleBasedCollator) STROKES).getRawCollationKey(Texts.cut(title.best(language), MAX_ORDERED), key);
        return new BytesRef(key.bytes, 0, key.size);
    }
}
