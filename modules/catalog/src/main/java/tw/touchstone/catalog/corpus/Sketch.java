package tw.touchstone.catalog.corpus;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.LangText;

/// What a description is compared by: the smallest hashes of its shingles, each three signs long.
///
/// Width, case, blanks and punctuation do not count. How much two texts are alike is the share of their shingles that
/// both have (Jaccard), taken over the [#MOST] smallest of all, which is exact for texts of up to about that many signs
/// and errs by some 3 % beyond. Immutable.
final class Sketch {

    /// So many hashes are kept of a text.
    static final int MOST = 128;

    /// From this likeness on two descriptions are twins, in ten-thousandths; the threshold of AIR-02.
    static final int ALIKE = 9_000;

    /// A shorter text fails AIR-02 whatever others say, and is compared with nothing.
    static final int SHORTEST = 60;

    private static final int SHINGLE = 3;
    private static final int WHOLE = 10_000;

    private final int[] hashes;

    private Sketch(int[] hashes) {
        this.hashes = hashes;
    }

    /// Of the Chinese text, or of another where that is too short; empty where all are.
    static Optional<Sketch> of(LangText description) {
        return Stream.concat(
                        description.in(LangText.ZH).stream(), description.byLanguage().values().stream())
                .filter(text -> text.codePointCount(0, text.length()) >= SHORTEST)
                .findFirst()
                .map(Sketch::of);
    }

    static Sketch of(String text) {
        var signs = Normalizer.normalize(text, Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
        int count = Math.max(1, signs.length - SHINGLE + 1);
        var all = new int[count];
        for (int at = 0; at < count; at++) {
            long shingle = 0;
            for (int i = at; i < Math.min(signs.length, at + SHINGLE); i++) {
                shingle = shingle << 21 | signs[i];
            }
            all[at] = hash(shingle);
        }
        return new Sketch(Arrays.stream(all).sorted().distinct().limit(MOST).toArray());
    }

    /// Reads what [#bytes()] gave.
    static Sketch read(byte[] bytes) {
        var hashes = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
        return new Sketch(hashes);
    }

    byte[] bytes() {
        var bytes = ByteBuffer.allocate(hashes.length * Integer.BYTES);
        bytes.asIntBuffer().put(hashes);
        return bytes.array();
    }

    /// The hashes of which any twin has at least one among its own.
    ///
    /// At most a tenth of the smallest hashes of both together is in one text alone, so one of the first tenth and one
    /// more is in both; and it stands no later in either than in both together. Both together are at most as many as
    /// this text has, and a ninth.
    int[] keys() {
        int together = Math.min(MOST, hashes.length * WHOLE / ALIKE);
        return Arrays.copyOf(hashes, Math.min(hashes.length, together / 10 + 1));
    }

    /// How much two texts are alike, in ten-thousandths, rounded down; 0 where it is less than [#ALIKE].
    int likeness(Sketch other) {
        int both = 0;
        int seen = 0;
        int mine = 0;
        int theirs = 0;
        while (seen < MOST && (mine < hashes.length || theirs < other.hashes.length)) {
            if (theirs == other.hashes.length || (mine < hashes.length && hashes[mine] < other.hashes[theirs])) {
                mine++;
            } else if (mine == hashes.length || other.hashes[theirs] < hashes[mine]) {
                theirs++;
            } else {
                both++;
                mine++;
                theirs++;
            }
            seen++;
            if ((seen - both) * WHOLE > MOST * (WHOLE - ALIKE)) {
                return 0;
            }
        }
        int likeness = both * WHOLE / seen;
        return likeness < ALIKE ? 0 : likeness;
    }

    /// Spreads a shingle over 32 bits (the last steps of MurmurHash3).
    private static int hash(long shingle) {
        long mixed = (shingle ^ shingle >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return (int) (mixed >>> 32);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && Arrays.equals(hashes, sketch.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }
}
