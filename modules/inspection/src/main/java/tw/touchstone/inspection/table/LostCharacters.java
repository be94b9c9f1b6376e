package tw.touchstone.inspection.table;

/// Tells question marks that a conversion wrote for characters it did not have (王?明, 公?路) from those that ask.
///
/// Only a whole column can tell for certain; here each value is looked at once.
final class LostCharacters {

    /// Words and endings of questions.
    private static final String ASKING = "嗎吗呢何誰谁哪幾麼么否怎啥吧嘛什問问";

    private static final String[] ASKING_WORDS = {"多少", "多久", "多大", "多長", "多遠", "有沒有", "有無", "還是", "不是", "能不能", "可不可", "要不要", "會不會"};

    /// So many characters on both sides may be two sentences, of which the first asks.
    private static final int SENTENCE = 4;

    /// A lost word is rarely longer written than so many marks, and one or two may be a mark of the publisher's.
    private static final int ONLY_MARKS = 3;

    private LostCharacters() {}

    /// The forms that the question marks of a value give it.
    static long of(char[] text, int from, int to) {
        long forms = 0;
        int marks = 0;
        int others = 0;
        int clause = from;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == '？') {
                return FormSet.ASKS;
            }
            if (c == '/' && i > from && text[i - 1] == '/') {
                // What follows in an address asks nothing of a reader.
                i = endOfWord(text, i, to);
                others++;
                continue;
            }
            if (c != '?') {
                others += Blanks.isBlank(c) || c == '-' || c == '.' ? 0 : 1;
                clause = isEnd(c) ? i + 1 : clause;
                continue;
            }
            int end = i + 1;
            while (end < to && text[end] == '?') {
                end++;
            }
            marks += end - i;
            forms |= mark(text, from, to, clause, i, end);
            clause = end;
            i = end - 1;
        }
        if ((forms & FormSet.ASKS) != 0) {
            return FormSet.ASKS;
        }
        return others == 0 && marks >= ONLY_MARKS ? FormSet.ONLY_LOST : forms;
    }

    /// @param clause where the clause that ends in the marks begins
    /// @param at     the first mark
    /// @param end    behind the last mark
    private static long mark(char[] text, int from, int to, int clause, int at, int end) {
        boolean hanBefore = at > from && isHan(text[at - 1]);
        boolean hanAfter = end < to && isHan(text[end]);
        if (hanBefore && asks(text, clause, at)) {
            return FormSet.ASKS;
        }
        boolean inList = hanBefore && end < to && (text[end] == '、' || text[end] == ',');
        boolean begins = hanAfter && (at == from || isDivision(text[at - 1]));
        if (inList || begins) {
            return FormSet.LOST;
        }
        if (!hanBefore || !hanAfter) {
            return 0;
        }
        return han(text, clause, at) >= SENTENCE && han(text, end, to) >= SENTENCE ? FormSet.PERHAPS_LOST : FormSet.LOST;
    }

    private static boolean asks(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (ASKING.indexOf(text[i]) >= 0) {
                return true;
            }
        }
        var clause = new String(text, from, to - from);
        for (var word : ASKING_WORDS) {
            if (clause.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static int endOfWord(char[] text, int from, int to) {
        int end = from;
        while (end < to && !Blanks.isBlank(text[end])) {
            end++;
        }
        return end;
    }

    /// How many Chinese characters follow each other from here on, or up to here.
    private static int han(char[] text, int from, int to) {
        int count = 0;
        for (int i = from; i < to && !isEnd(text[i]) && text[i] != '?' && count < SENTENCE; i++) {
            count += isHan(text[i]) ? 1 : 0;
        }
        return count;
    }

    private static boolean isHan(char c) {
        return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xD800 && c <= 0xDFFF);
    }

    private static boolean isEnd(char c) {
        return c == '。' || c == '！' || c == '!' || c == '；' || c == ';' || c == '\n' || c == '\r';
    }

    private static boolean isDivision(char c) {
        return c == '、' || c == ',' || c == '，' || c == '（' || c == '(' || c == '「';
    }
}
