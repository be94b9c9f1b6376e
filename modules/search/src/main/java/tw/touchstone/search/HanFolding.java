package tw.touchstone.search;

import com.ibm.icu.text.Transliterator;

/// Writes variants of a Chinese character as one: traditional as simplified (臺 and 台, 氣 and 气), and forms that
/// Unicode keeps apart (祕 and 秘, 值 and 値).
///
/// The base is the character table of ICU's `Traditional-Simplified` (Unicode CLDR). It is applied character by
/// character, without the context rules, so that a character folds alike in a text and in any part of it.
final class HanFolding {

    /// Variants that the table leaves as they are, each before the character it is folded to.
    private static final String MORE_VARIANTS = "祕秘値值眞真毎每塩盐隣邻県县徳德硏研卽即歩步涙泪姉姐査查舗铺鉄铁図图団团対对発发";

    private static final int BMP = 0x10000;

    private static final char[] TABLE = table();

    private HanFolding() {}

    /// The character that stands for this one; itself where there are no variants.
    static int fold(int codePoint) {
        return codePoint < BMP ? TABLE[codePoint] : codePoint;
    }

    // ICU's transliterator costs microseconds per character, so its answers are kept for the 3,000 that change.
    private static char[] table() {
        var table = new char[BMP];
        for (int i = 0; i < BMP; i++) {
            table[i] = (char) i;
        }
        var simplify = Transliterator.getInstance("Traditional-Simplified");
        for (var source : simplify.getSourceSet()) {
            var target = simplify.transliterate(source);
            if (source.length() == 1 && target.length() == 1) {
                table[source.charAt(0)] = target.charAt(0);
            }
        }
        for (int i = 0; i < MORE_VARIANTS.length(); i += 2) {
            table[MORE_VARIANTS.charAt(i)] = MORE_VARIANTS.charAt(i + 1);
        }
        for (int i = 0; i < BMP; i++) {
            table[i] = table[table[i]];
        }
        return table;
    }
}
