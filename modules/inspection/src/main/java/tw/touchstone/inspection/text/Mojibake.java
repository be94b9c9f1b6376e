package tw.touchstone.inspection.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import tw.touchstone.model.fact.AnomalyCode;

/// Finds text that was decoded in a wrong encoding before it was written: UTF-8 read as Latin-1 or CP1252, Big5 read as
/// Latin-1 or CP1252, UTF-8 read as Big5. Fed with the characters of a text in their order.
final class Mojibake {

    /// CP1252's characters for 0x80 to 0x9F, in that order; U+0000 where it has none.
    private static final String CP1252 = "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0"
            + "\u017D\0\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private static final Charset CP950 = Charset.forName("x-windows-950");

    /// Characters from Latin-1's upper half in a row that may be Big5.
    private static final int RUN = 4;

    private static final int LONGEST_RUN = 64;

    /// Bytes between two traces of UTF-8 read as Big5 that bear each other out.
    private static final int NEAR = 24;

    private final Findings findings;

    private int left;
    private long start;
    private final StringBuilder sequence = new StringBuilder();

    private final byte[] run = new byte[LONGEST_RUN];
    private final StringBuilder runText = new StringBuilder();
    private int runLength;
    private int runHigh;
    private long runStart;

    private char previous;
    private long previousOffset = -1;
    private long traceOffset = Long.MIN_VALUE / 2;
    private String trace = "";

    Mojibake(Findings findings) {
        this.findings = findings;
    }

    /// Takes a character that is not ASCII.
    void take(int codePoint, long offset) {
        if (codePoint > 0x2122) {
            left = 0;
            endRun();
            if (codePoint <= 0xFFFF) {
                han((char) codePoint, offset);
            }
            return;
        }
        int once = codePoint < 0x100 ? codePoint : fromCp1252(codePoint);
        if (once >= 0x80 && runLength < LONGEST_RUN) {
            if (runLength == 0) {
                runStart = offset;
            }
            run[runLength++] = (byte) once;
            runHigh++;
            runText.appendCodePoint(codePoint);
        } else if (once < 0x80) {
            endRun();
        }
        if (left > 0 && once >= 0x80 && once < 0xC0) {
            sequence.appendCodePoint(codePoint);
            left--;
            if (left == 0) {
                findings.add(AnomalyCode.MOJIBAKE, start, sequence.toString());
                dropRun();
            }
            return;
        }
        left = once < 0xC2 ? 0 : once < 0xE0 ? 1 : once < 0xF0 ? 2 : once < 0xF5 ? 3 : 0;
        start = offset;
        sequence.setLength(0);
        sequence.appendCodePoint(codePoint);
    }

    /// Takes an ASCII character; only those behind others matter.
    void ascii(byte b) {
        left = 0;
        if (runLength == 0) {
            return;
        }
        // The second byte of a Big5 character may be a letter.
        if (b >= 0x40 && b < 0x7F && runLength < LONGEST_RUN && run[runLength - 1] < 0) {
            run[runLength++] = b;
            runText.append((char) b);
        } else {
            endRun();
        }
    }

    private void endRun() {
        if (runHigh >= RUN && isBig5()) {
            findings.add(AnomalyCode.MOJIBAKE, runStart, runText.toString());
        }
        dropRun();
    }

    private void dropRun() {
        if (runLength > 0) {
            runLength = 0;
            runHigh = 0;
            runText.setLength(0);
        }
    }

    /// Whether the run is everyday Chinese when read as Big5; a letter at its end may not belong to it.
    private boolean isBig5() {
        int length = runLength % 2 == 0 ? runLength : runLength - 1;
        try {
            var text = CP950.newDecoder().decode(ByteBuffer.wrap(run, 0, length));
            int frequent = 0;
            for (int i = 0; i < text.length(); i++) {
                frequent += FrequentCharacters.contains(text.get(i)) ? 1 : 0;
            }
            return text.length() >= 2 && frequent * 4 >= text.length() * 3;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private void han(char c, long offset) {
        boolean adjacent = previousOffset >= 0 && offset - previousOffset <= 3;
        if (adjacent && CharacterKinds.of(previous) == CharacterKinds.BIG5_OF_UTF8 && continues(c)) {
            var seen = new String(new char[] {previous, c});
            if (offset - traceOffset <= NEAR) {
                if (!trace.isEmpty()) {
                    findings.add(AnomalyCode.MOJIBAKE, traceOffset, trace);
                    trace = "";
                }
                findings.add(AnomalyCode.MOJIBAKE, previousOffset, seen);
            } else if (seen.equals("嚙踝")) {
                // U+FFFD in UTF-8, read as Big5.
                findings.add(AnomalyCode.MOJIBAKE, previousOffset, seen);
                trace = "";
            } else {
                trace = seen;
            }
            traceOffset = previousOffset;
        }
        previous = c;
        previousOffset = offset;
    }

    /// Whether the bytes of a character go on where those of the one before began a character of UTF-8.
    private static boolean continues(char c) {
        int bytes = CharacterKinds.big5(c);
        int lead = bytes >>> 8;
        int trail = bytes & 0xFF;
        return lead >= 0xA1 && lead <= 0xBF && (trail < 0x80 || (trail >= 0xE3 && trail <= 0xEF));
    }

    private static int fromCp1252(int codePoint) {
        int index = CP1252.indexOf(codePoint);
        return index < 0 ? 0 : 0x80 + index;
    }
}
