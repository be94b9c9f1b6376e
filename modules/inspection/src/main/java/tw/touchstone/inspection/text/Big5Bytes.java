package tw.touchstone.inspection.text;

import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Optional;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.text.Findings.Spot;
import tw.touchstone.model.fact.AnomalyCode;

/// What the two bytes of a character say about a text that decodes in code page 950: whether Big5 proper has it
/// (0xA140–0xA3BF, 0xA440–0xC67E, 0xC940–0xF9D5), and whether it is user-defined (造字: 0x8140–0xA0FE, 0xC6A1–0xC8FE and
/// 0xFA40–0xFEFE).
final class Big5Bytes {

    /// What code page 950 has in 0xF9D6–0xF9DC.
    private static final String IDEOGRAPHS = "碁銹裏墻恒粧嫺";

    /// Their code points modulo 64, so that nearly all other characters cost one test.
    private static final long RESIDUES = IDEOGRAPHS.chars().mapToLong(c -> 1L << (c & 63)).reduce(0, (a, b) -> a | b);

    private Big5Bytes() {}

    /// Whether a character is one of the ideographs that code page 950 has beyond Big5.
    static boolean isBeyond(char c) {
        return (RESIDUES >>> (c & 63) & 1) != 0 && IDEOGRAPHS.indexOf(c) >= 0;
    }

    /// The first character that Big5 lacks; empty where it has all.
    ///
    /// @param findings where user-defined characters are counted
    static Optional<Spot> beyond(ByteSource source, Findings findings) throws IOException {
        Optional<Spot> first = Optional.empty();
        var buffer = new byte[1 << 16];
        try (var in = Channels.newInputStream(source.open())) {
            long offset = 0;
            int lead = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++, offset++) {
                    int value = buffer[i] & 0xFF;
                    if (lead == 0) {
                        lead = value < 0x81 ? 0 : value;
                        continue;
                    }
                    if (!isBig5(lead << 8 | value)) {
                        var spot = new Spot(offset - 1, "%02x %02x".formatted(lead, value));
                        first = first.or(() -> Optional.of(spot));
                        if (isUserDefined(lead << 8 | value)) {
                            findings.add(AnomalyCode.PRIVATE_USE_CHARACTER, spot.offset(), spot.seen());
                        }
                    }
                    lead = 0;
                }
            }
        }
        return first;
    }

    /// Where the first character that Big5 lacks begins, among bytes that decode in code page 950; -1 where it has all.
    static int firstBeyond(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead >= 0x81) {
                if (i + 1 < length && !isBig5(lead << 8 | (bytes[i + 1] & 0xFF))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    private static boolean isBig5(int code) {
        return code >= 0xA140 && code <= 0xF9D5 && (code < 0xA3C0 || code > 0xA3FE) && !isUserDefined(code);
    }

    private static boolean isUserDefined(int code) {
        return code < 0xA100 || code >= 0xFA00 || (code >= 0xC6A1 && code <= 0xC8FE);
    }
}
