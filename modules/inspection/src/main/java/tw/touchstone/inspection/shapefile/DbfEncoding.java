package tw.touchstone.inspection.shapefile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.fact.Contradiction;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;

/// The encoding of a dBASE table's texts: the one its code page or language driver states, unless the bytes of the first
/// records say otherwise.
///
/// @param readAs how to read them
record DbfEncoding(TextFacts facts, Charset readAs) {

    private static final Charset CP950 = Charset.forName("x-windows-950");
    private static final int DRIVER = 29;

    /// @param sample the beginning of the file
    /// @param header how much of it is the header
    static DbfEncoding of(byte[] sample, int header, String codePage) {
        var stated = stated(codePage).or(() -> ofDriver(sample[DRIVER] & 0xFF));
        boolean ascii = true;
        for (int i = header; i < sample.length; i++) {
            ascii &= sample[i] >= 0;
        }
        if (ascii) {
            return new DbfEncoding(new TextFacts(TextEncoding.ASCII, false, List.of()), stated.map(DbfEncoding::charset).orElse(CP950));
        }
        var contradictions = new ArrayList<Contradiction>();
        if (stated.isPresent()) {
            int at = firstBroken(sample, header, charset(stated.get()));
            if (at < 0) {
                return of(stated.get(), contradictions);
            }
            contradictions.add(contradiction(sample, at, stated.get()));
        }
        for (var encoding : List.of(TextEncoding.UTF_8, TextEncoding.BIG5)) {
            if (firstBroken(sample, header, charset(encoding)) < 0) {
                return of(encoding, contradictions);
            }
        }
        return new DbfEncoding(
                new TextFacts(TextEncoding.UNKNOWN, false, List.of(), contradictions),
                stated.map(DbfEncoding::charset).orElse(CP950));
    }

    private static DbfEncoding of(TextEncoding encoding, List<Contradiction> contradictions) {
        return new DbfEncoding(new TextFacts(encoding, false, List.of(), contradictions), charset(encoding));
    }

    private static Contradiction contradiction(byte[] sample, int at, TextEncoding encoding) {
        var bytes = HexFormat.of().formatHex(sample, at, Math.min(sample.length, at + 4));
        return new Contradiction(encoding, new Place(0, 0, at, bytes));
    }

    private static Charset charset(TextEncoding encoding) {
        return switch (encoding) {
            case BIG5, TextEncoding.CP950 -> CP950;
            case GB18030 -> Charset.forName("GB18030");
            case LATIN_1 -> StandardCharsets.ISO_8859_1;
            default -> StandardCharsets.UTF_8;
        };
    }

    /// Where the texts do not decode; -1 where they do. Cells may end inside a character: a blank follows.
    private static int firstBroken(byte[] sample, int header, Charset charset) {
        int at = header;
        while (at < sample.length) {
            // In Big5 the second byte of a character is never a blank, so blanks divide the text safely.
            int end = at;
            while (end < sample.length && sample[end] != ' ') {
                end++;
            }
            if (end < sample.length && !decodes(sample, at, end, charset)) {
                return at;
            }
            at = end + 1;
        }
        return -1;
    }

    private static boolean decodes(byte[] sample, int from, int to, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(sample, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Optional<TextEncoding> stated(String codePage) {
        var name = codePage.strip().replaceFirst("(?i)^(ansi|oem|cp)\\s*", "");
        return switch (name) {
            case "" -> Optional.empty();
            case "950" -> Optional.of(TextEncoding.BIG5);
            case "65001" -> Optional.of(TextEncoding.UTF_8);
            case "936" -> Optional.of(TextEncoding.GB18030);
            case "1252", "28591", "88591" -> Optional.of(TextEncoding.LATIN_1);
            default -> TextEncoding.declared(name);
        };
    }

    /// Language drivers of ESRI's and dBASE's lists that matter here.
    private static Optional<TextEncoding> ofDriver(int driver) {
        return switch (driver) {
            case 0x4F, 0x78 -> Optional.of(TextEncoding.BIG5);
            case 0x4D, 0x7A -> Optional.of(TextEncoding.GB18030);
            default -> Optional.empty();
        };
    }
}
