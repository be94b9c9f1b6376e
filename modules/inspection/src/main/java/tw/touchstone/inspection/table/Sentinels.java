package tw.touchstone.inspection.table;

/// Values that stand for "no value". Some always do, some only where the rest of the column says so.
final class Sentinels {

    static final int NONE = 0;
    /// Says everywhere that there is no value.
    static final int ALWAYS = 1;
    /// Says so beside numbers and dates; elsewhere it may be a mark.
    static final int BESIDE_NUMBERS = 2;
    /// 無: says so unless 有 stands in the column too.
    static final int UNLESS_ANSWER = 3;
    /// A number of nines, which says so where it lies far from all others.
    static final int IF_FAR = 4;

    private static final int LONGEST = 8;

    private Sentinels() {}

    /// What a trimmed value that is not empty may be.
    static int of(char[] text, int from, int to) {
        int length = to - from;
        char first = text[from];
        if (length > LONGEST || (first >= '0' && first < '9')) {
            return NONE;
        }
        return switch (first) {
            case '9' -> isNines(text, from, to) && length >= 3 ? IF_FAR : NONE;
            case '-' ->
                length > 1 && text[from + 1] == '9'
                        ? isNines(text, from + 1, to) && length >= 3 ? IF_FAR : NONE
                        : isRepeated(text, from, to) ? ALWAYS : NONE;
            case '－', '—', '–', '…', '─', '‐', '―', '～' -> isRepeated(text, from, to) ? ALWAYS : NONE;
            case '.' -> length > 1 && isRepeated(text, from, to) ? ALWAYS : NONE;
            case '*', '＊' -> isRepeated(text, from, to) ? BESIDE_NUMBERS : NONE;
            case 'x', 'X', 'Ｘ', '╳', '×', '?', '/', '\\' -> length == 1 ? BESIDE_NUMBERS : NONE;
            case 'N', 'n' ->
                is(text, from, to, "NA", "N/A", "n/a", "n.a.", "N.A.", "NULL", "Null", "null", "None", "NaN", "nan", "NAN", "nil")
                        ? ALWAYS
                        : NONE;
            case '#' -> is(text, from, to, "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!") ? ALWAYS : NONE;
            case '無' -> length == 1 ? UNLESS_ANSWER : is(text, from, to, "無資料", "無資料。") ? ALWAYS : NONE;
            case '不' -> is(text, from, to, "不詳", "不明") ? BESIDE_NUMBERS : NONE;
            case '未' -> is(text, from, to, "未提供", "未填", "未知") ? ALWAYS : NONE;
            case '尚' -> is(text, from, to, "尚無資料", "尚無") ? ALWAYS : NONE;
            case '缺' -> is(text, from, to, "缺", "缺值", "缺測", "缺漏") ? BESIDE_NUMBERS : NONE;
            default -> NONE;
        };
    }

    /// `99`, `9999`, `99.9`, `9999.0`: nines, and behind the point nines or zeros.
    private static boolean isNines(char[] text, int from, int to) {
        boolean point = false;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == '.' && !point && i > from && i + 1 < to) {
                point = true;
            } else if (c != '9' && !(point && c == '0')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRepeated(char[] text, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (text[i] != text[from]) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(char[] text, int from, int to, String... words) {
        for (var word : words) {
            if (word.length() == to - from && matches(text, from, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(char[] text, int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (text[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
