package tw.touchstone.inspection.text;

/// Latin-1 decodes every byte, so it needs evidence: accented letters that stand alone inside words.
final class Latin1Evidence {

    private Latin1Evidence() {}

    static boolean isConvincing(byte[] head) {
        int high = 0;
        int insideWords = 0;
        for (int i = 0; i < head.length; i++) {
            int value = head[i] & 0xFF;
            if (value < 0x80) {
                continue;
            }
            high++;
            boolean letter = value >= 0xC0 && value != 0xD7 && value != 0xF7;
            boolean after = i > 0 && isWord(head[i - 1]);
            boolean before = i + 1 < head.length && isWord(head[i + 1]);
            boolean alone = (i == 0 || head[i - 1] >= 0) && (i + 1 == head.length || head[i + 1] >= 0);
            if (letter && alone && (after || before)) {
                insideWords++;
            }
        }
        return high > 0 && insideWords * 10 >= high * 9 && high * 5 < head.length;
    }

    private static boolean isWord(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }
}
