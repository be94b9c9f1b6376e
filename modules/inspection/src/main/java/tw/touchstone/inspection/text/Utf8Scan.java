package tw.touchstone.inspection.text;

import java.util.HexFormat;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;

/// Strict UTF-8 (RFC 3629) over bytes as they come, with what else is odd: NULs, controls, U+FFFD, private use and
/// text that was UTF-8 once, read as Latin-1 or CP1252 and encoded again.
///
/// Written by hand because the same pass has to know byte offsets and must not cost a decoding.
public final class Utf8Scan {


    /// CP1252's characters for 0x80 to 0x9F, in that order; U+0000 where it has none.
    private static final String CP1252 = "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0"
            + "\u017D\0\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    /// So many malformed sequences, more than well-formed ones, are no damage but another encoding.
    private static final int HOPELESS = 1_000;

    private final Findings findings = new Findings();
    private long base;
    private long sequences;
    private long controls;
    private long errors;
    private int mojibakeLeft;
    private long mojibakeStart;
    private final StringBuilder mojibake = new StringBuilder();

    /// Scans the next bytes.
    ///
    /// @param last whether nothing follows
    /// @return how many bytes were consumed; the rest (at most 3) must begin the next call
    public int accept(byte[] bytes, int length, boolean last) {
        if (errors > HOPELESS && errors > sequences) {
            return controlsOnly(bytes, length);
        }
        int i = 0;
        while (i < length) {
            byte b = bytes[i];
            if (b >= 0x20) {
                mojibakeLeft = 0;
                i++;
            } else if (b >= 0) {
                control(b, base + i);
                i++;
            } else {
                int size = sequence(bytes, i, length);
                if (size == 0 && !last) {
                    break;
                }
                if (size > 0) {
                    sequences++;
                    character(codePoint(bytes, i, size), base + i);
                    i += size;
                } else {
                    malformed(bytes, i, length);
                    // What the file's end cuts off is one contradiction, not one for each of its bytes.
                    i = size == 0 ? length : i + 1;
                }
            }
        }
        base += i;
        return i;
    }

    /// What certainly is not UTF-8 is only searched for control characters, which legacy encodings share.
    private int controlsOnly(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b < 0x20 && b >= 0) {
                control(b, base + i);
            }
        }
        base += length;
        return length;
    }

    Findings findings() {
        findings.setCount(AnomalyCode.MALFORMED_BYTES, errors);
        return findings;
    }

    long sequences() {
        return sequences;
    }

    long errors() {
        return errors;
    }

    /// Control characters that no text has, NULs included.
    public long controls() {
        return controls;
    }

    /// Whether only bytes below 0x80 were seen.
    boolean ascii() {
        return sequences == 0 && errors == 0;
    }

    private void control(byte b, long offset) {
        mojibakeLeft = 0;
        switch (b) {
            case '\t', '\n', '\r', '\f', 0x0B, 0x1A, 0x1B -> {}
            case 0 -> {
                controls++;
                findings.add(AnomalyCode.NUL, offset, "00");
            }
            default -> controls++;
        }
    }

    private void malformed(byte[] bytes, int at, int length) {
        errors++;
        mojibakeLeft = 0;
        if (errors <= Anomaly.SAMPLES) {
            int end = Math.min(length, at + 4);
            findings.add(AnomalyCode.MALFORMED_BYTES, base + at, HexFormat.ofDelimiter(" ").formatHex(bytes, at, end));
        }
    }

    private void character(int codePoint, long offset) {
        if (codePoint > 0x2122) {
            mojibakeLeft = 0;
            if (codePoint == 0xFFFD) {
                findings.add(AnomalyCode.REPLACEMENT_CHARACTER, offset, "\uFFFD");
            } else if (codePoint >= 0xE000 && codePoint <= 0xF8FF) {
                findings.add(AnomalyCode.PRIVATE_USE_CHARACTER, offset, "U+%04X".formatted(codePoint));
            }
            return;
        }
        int once = codePoint < 0x100 ? codePoint : fromCp1252(codePoint);
        if (mojibakeLeft > 0 && once >= 0x80 && once < 0xC0) {
            mojibake.appendCodePoint(codePoint);
            mojibakeLeft--;
            if (mojibakeLeft == 0) {
                findings.add(AnomalyCode.MOJIBAKE, mojibakeStart, mojibake.toString());
            }
            return;
        }
        mojibakeLeft = once < 0xC2 ? 0 : once < 0xE0 ? 1 : once < 0xF0 ? 2 : once < 0xF5 ? 3 : 0;
        mojibakeStart = offset;
        mojibake.setLength(0);
        mojibake.appendCodePoint(codePoint);
    }

    private static int fromCp1252(int codePoint) {
        int index = CP1252.indexOf(codePoint);
        return index < 0 ? 0 : 0x80 + index;
    }

    /// Length of the well-formed sequence at a position; 0 where it may be cut off; -1 where it is malformed.
    private static int sequence(byte[] bytes, int at, int length) {
        int lead = bytes[at] & 0xFF;
        int size = lead < 0xC2 ? -1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : -1;
        if (size < 0) {
            return -1;
        }
        for (int k = 1; k < size; k++) {
            if (at + k >= length) {
                return 0;
            }
            int next = bytes[at + k] & 0xFF;
            int low = 0x80;
            int high = 0xBF;
            if (k == 1) {
                low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
                high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            }
            if (next < low || next > high) {
                return -1;
            }
        }
        return size;
    }

    private static int codePoint(byte[] bytes, int at, int size) {
        int lead = bytes[at] & 0xFF;
        int value = size == 2 ? lead & 0x1F : size == 3 ? lead & 0x0F : lead & 0x07;
        for (int k = 1; k < size; k++) {
            value = value << 6 | (bytes[at + k] & 0x3F);
        }
        return value;
    }
}
