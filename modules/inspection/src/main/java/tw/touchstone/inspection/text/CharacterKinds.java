package tw.touchstone.inspection.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/// What is odd about a character of the basic plane, looked up in one step for each character of a text.
final class CharacterKinds {

    static final int PLAIN = 0;
    static final int REPLACEMENT = 1;
    static final int PRIVATE_USE = 2;
    static final int BYTE_ORDER_MARK = 3;
    /// Rare in language, and what the first two bytes of a Han character in UTF-8 become when they are read as Big5.
    static final int BIG5_OF_UTF8 = 4;

    private static final byte[] KINDS = new byte[1 << 16];
    private static final char[] BIG5 = new char[1 << 16];

    static {
        var decoder = Charset.forName("x-windows-950")
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        for (int lead = 0x81; lead <= 0xFE; lead++) {
            for (int trail = 0x40; trail <= 0xFE; trail++) {
                char decoded = decode(decoder, lead, trail);
                if (decoded != 0 && (decoded < '\uE000' || decoded > '\uF8FF')) {
                    BIG5[decoded] = (char) (lead << 8 | trail);
                    // From 0xE3 on stand the ideographs of Unicode in UTF-8; 0xEF BF begins U+FFFD.
                    if (lead >= 0xE3 && lead <= 0xEF && trail >= 0xA1 && trail <= 0xBF) {
                        KINDS[decoded] = BIG5_OF_UTF8;
                    }
                }
            }
        }
        for (int c = 0xE000; c <= 0xF8FF; c++) {
            KINDS[c] = PRIVATE_USE;
        }
        KINDS[0xFFFD] = REPLACEMENT;
        KINDS[0xFEFF] = BYTE_ORDER_MARK;
    }

    private CharacterKinds() {}

    private static char decode(CharsetDecoder decoder, int lead, int trail) {
        try {
            CharBuffer decoded = decoder.decode(ByteBuffer.wrap(new byte[] {(byte) lead, (byte) trail}));
            return decoded.length() == 1 ? decoded.get(0) : 0;
        } catch (CharacterCodingException e) {
            return 0;
        }
    }

    /// Whether a character is private use of planes 15 and 16, whose last two code points each are none. (Unicode 23.5)
    static boolean isPrivateBeyond(int codePoint) {
        return codePoint >= 0xF0000 && (codePoint & 0xFFFF) < 0xFFFE;
    }

    static int of(char c) {
        return KINDS[c];
    }

    /// The two bytes of a character in Big5; 0 where it has none.
    static int big5(char c) {
        return BIG5[c];
    }
}
