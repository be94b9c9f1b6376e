package tw.touchstone.inspection.text;

import java.util.HexFormat;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;

/// Strict UTF-8 (RFC 3629) over bytes as they come, with what else is odd: NULs, controls, U+FFFD, private use and
/// text that was decoded in a wrong encoding once and encoded again ([Mojibake]).
///
/// Written by hand because the same pass has to know byte offsets and must not cost a decoding.
public final class Utf8Scan {

    /// So many malformed sequences, more than well-formed ones, are no damage but another encoding.
    private static final int HOPELESS = 1_000;

    /// Bytes shown of a malformed sequence.
    private static final int SHOWN = 4;

    private final Findings findings = new Findings();
    private long base;
    private long sequences;
    private long controls;
    private long errors;
    private final Mojibake mojibake = new Mojibake(findings);
    /// Whether the last character was none of ASCII, so that mojibake may go on.
    private boolean foreign;

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
                if (foreign) {
                    mojibake.ascii(b);
                    foreign = b >= 0x40;
                    i++;
                } else {
                    do {
                        i++;
                    } while (i < length && bytes[i] >= 0x20);
                }
            } else if (b >= 0) {
                if (foreign || !isLineEndOrTab(b)) {
                    control(b, base + i);
                }
                i++;
            } else if (isPlainIdeograph(bytes, i, length)) {
                sequences++;
                foreign = true;
                mojibake.take((b & 0x0F) << 12 | (bytes[i + 1] & 0x3F) << 6 | (bytes[i + 2] & 0x3F), base + i);
                i += 3;
            } else {
                int size = sequence(bytes, i, length);
                // What is shown of a malformed sequence must not depend on where a piece ends.
                if (!last && (size == 0 || (size < 0 && length - i < SHOWN))) {
                    break;
                }
                if (size > 0) {
                    sequences++;
                    foreign = true;
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
            if (b < 0x20 && b >= 0 && !isLineEndOrTab(b)) {
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

    /// How many bytes were scanned.
    long size() {
        return base;
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

    private static boolean isLineEndOrTab(byte b) {
        return b == '\n' || b == '\r' || b == '\t';
    }

    private void control(byte b, long offset) {
        if (foreign) {
            mojibake.ascii(b);
            foreign = false;
        }
        switch (b) {
            case '\t', '\n', '\r', '\f', 0x0B, 0x1A, 0x1B -> {}
            case 0 -> {
                controls++;
                findings.add(AnomalyCode.NUL, offset, "00");
            }
            default -> {
                controls++;
                findings.add(AnomalyCode.CONTROL_CHARACTER, offset, "%02x".formatted(b));
            }
        }
    }

    private void malformed(byte[] bytes, int at, int length) {
        errors++;
        if (errors <= Anomaly.SAMPLES) {
            int end = Math.min(length, at + SHOWN);
            findings.add(AnomalyCode.MALFORMED_BYTES, base + at, HexFormat.ofDelimiter(" ").formatHex(bytes, at, end));
        }
    }

    private void character(int codePoint, long offset) {
        if (codePoint > 0xFFFF) {
            if (CharacterKinds.isPrivateBeyond(codePoint)) {
                findings.add(AnomalyCode.PRIVATE_USE_CHARACTER, offset, "U+%04X".formatted(codePoint));
            }
            mojibake.take(codePoint, offset);
            return;
        }
        switch (CharacterKinds.of((char) codePoint)) {
            case CharacterKinds.REPLACEMENT -> findings.add(AnomalyCode.REPLACEMENT_CHARACTER, offset, "\uFFFD");
            case CharacterKinds.PRIVATE_USE ->
                findings.add(AnomalyCode.PRIVATE_USE_CHARACTER, offset, "U+%04X".formatted(codePoint));
            case CharacterKinds.BYTE_ORDER_MARK -> {
                if (offset > 0) {
                    findings.add(AnomalyCode.STRAY_BYTE_ORDER_MARK, offset, "ef bb bf");
                }
            }
            default -> {}
        }
        mojibake.take(codePoint, offset);
    }

    /// Whether three bytes are a character from U+1000 to U+CFFF, which nearly all are that are not ASCII. None of these is
    /// odd by itself.
    private static boolean isPlainIdeograph(byte[] bytes, int at, int length) {
        return bytes[at] >= (byte) 0xE1
                && bytes[at] <= (byte) 0xEC
                && at + 2 < length
                && bytes[at + 1] < (byte) 0xC0
                && bytes[at + 2] < (byte) 0xC0;
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
