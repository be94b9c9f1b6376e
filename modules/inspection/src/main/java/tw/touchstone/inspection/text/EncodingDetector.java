package tw.touchstone.inspection.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Contradiction;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;

/// Finds the encoding of a text by decoding it strictly, most telling encoding first: byte order mark, UTF-8, UTF-16,
/// then the legacy encodings, which often decode each other's bytes and are told apart by the share of everyday
/// characters. Where all contradict, the answer is "unknown", with the first contradiction.
public final class EncodingDetector {

    /// A legacy encoding must beat Big5 by this much: our files are Taiwan's.
    private static final double BIG5_ADVANTAGE = 0.1;
    /// Below this share of everyday characters a text of some length is none.
    private static final double IMPLAUSIBLE = 0.05;

    private static final int SOME_LENGTH = 8;
    private static final int SEVERAL = 4;

    /// How much of the beginning tells legacy encodings apart.
    private static final int SAMPLE = 1 << 17;

    private record Legacy(TextEncoding encoding, Charset charset) {}

    private static final List<Legacy> LEGACY = List.of(
            new Legacy(TextEncoding.BIG5, Charset.forName("x-windows-950")),
            new Legacy(TextEncoding.BIG5_HKSCS, Charset.forName("Big5-HKSCS")),
            new Legacy(TextEncoding.GB18030, Charset.forName("GB18030")),
            new Legacy(TextEncoding.EUC_TW, Charset.forName("x-EUC-TW")));

    private record Candidate(Legacy legacy, StrictDecoding sample) {}

    /// The beginning of a text, and whether it is all of it.
    private static final class Head {
        private final ByteSource source;
        private final byte[] bytes;
        private final boolean whole;

        Head(ByteSource source, byte[] bytes, boolean whole) {
            this.source = source;
            this.bytes = bytes;
            this.whole = whole;
        }

        ByteSource source() {
            return source;
        }

        byte[] bytes() {
            return bytes;
        }

        boolean whole() {
            return whole;
        }
    }


    private EncodingDetector() {}

    /// Finds the encoding.
    ///
    /// @param head the first bytes, enough to judge by
    /// @param scan the finished scan of all bytes
    public static DetectedText detect(ByteSource source, byte[] head, Utf8Scan scan) throws IOException {
        return detect(new Head(source, head, scan.size() <= head.length), scan);
    }

    private static DetectedText detect(Head head, Utf8Scan scan) throws IOException {
        if (startsWith(head.bytes(), 0xEF, 0xBB, 0xBF)) {
            return scan.errors() == 0
                    ? text(head, TextEncoding.UTF_8, true, UTF_8, 3, scan.findings())
                    : text(head, TextEncoding.UNKNOWN, true, UTF_8, 3, scan.findings());
        }
        if (startsWith(head.bytes(), 0xFF, 0xFE)) {
            return wide(head, TextEncoding.UTF_16LE, UTF_16LE, 2);
        }
        if (startsWith(head.bytes(), 0xFE, 0xFF)) {
            return wide(head, TextEncoding.UTF_16BE, UTF_16BE, 2);
        }
        var wide = wideWithoutMark(head);
        if (wide.isPresent()) {
            return wide.get();
        }
        if (scan.errors() == 0) {
            var encoding = scan.ascii() ? TextEncoding.ASCII : TextEncoding.UTF_8;
            return text(head, encoding, false, UTF_8, 0, scan.findings());
        }
        return legacy(head, scan);
    }

    private static Optional<DetectedText> wideWithoutMark(Head beginning) throws IOException {
        int even = 0;
        int odd = 0;
        var head = beginning.bytes();
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if ((i & 1) == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int pairs = head.length / 2;
        if (pairs < 2 || Math.max(even, odd) * 20 < pairs || Math.min(even, odd) * 20 > Math.max(even, odd)) {
            return Optional.empty();
        }
        var detected = odd > even
                ? wide(beginning, TextEncoding.UTF_16LE, UTF_16LE, 0)
                : wide(beginning, TextEncoding.UTF_16BE, UTF_16BE, 0);
        return detected.facts().encoding() == TextEncoding.UNKNOWN ? Optional.empty() : Optional.of(detected);
    }

    private static DetectedText wide(Head head, TextEncoding encoding, Charset charset, int skip)
            throws IOException {
        var decoding = StrictDecoding.ofAll(head.source(), skip, charset);
        var found = decoding.errors() == 0 ? encoding : TextEncoding.UNKNOWN;
        return text(head, found, skip > 0, charset, skip, decoding.findings());
    }

    private static DetectedText legacy(Head head, Utf8Scan scan) throws IOException {
        int end = wholeLines(head.bytes());
        var candidates = new ArrayList<Candidate>();
        for (var legacy : LEGACY) {
            candidates.add(new Candidate(legacy, StrictDecoding.ofSample(head.bytes(), 0, end, legacy.charset())));
        }
        // Big5 is the first of them.
        long userDefined = candidates.getFirst().sample().privateUse();
        var ranked = candidates.stream()
                .filter(candidate -> candidate.sample().errors() == 0)
                .sorted(Comparator.comparingDouble((Candidate candidate) -> rank(candidate, userDefined))
                        .reversed())
                .toList();
        double best = ranked.isEmpty() ? 0 : ranked.getFirst().sample().naturalness();
        if (best < 0.2 && Latin1Evidence.isConvincing(head.bytes())) {
            return text(head, TextEncoding.LATIN_1, false, ISO_8859_1, 0, new Findings());
        }
        // Mostly valid UTF-8 with a few bad bytes is damaged UTF-8, whatever else could read it.
        if (scan.sequences() > 4 * scan.errors() && best < 0.9) {
            return text(head, TextEncoding.UNKNOWN, false, UTF_8, 0, scan.findings());
        }
        for (var candidate : ranked) {
            var all = StrictDecoding.ofAll(head.source(), 0, candidate.legacy().charset());
            if (all.errors() == 0) {
                return decoded(head, candidate, all, scan);
            }
        }
        return contradicted(head, candidates);
    }

    /// @param userDefined how many user-defined characters the sample has where it is Big5
    private static double rank(Candidate candidate, long userDefined) {
        var sample = candidate.sample();
        return switch (candidate.legacy().encoding()) {
            // User-defined characters do not speak against Big5, unless Hong Kong's set explains them.
            case BIG5 -> sample.naturalness() + BIG5_ADVANTAGE;
            case BIG5_HKSCS -> explains(sample, userDefined)
                    ? sample.naturalness() + 2 * BIG5_ADVANTAGE
                    : sample.naturalness();
            default -> sample.naturalness();
        };
    }

    /// Whether most of what would be user-defined in Big5 is what people write every day in Hong Kong: several such
    /// characters, or few in a short text.
    private static boolean explains(StrictDecoding hongKong, long userDefined) {
        boolean several = hongKong.hongKong() >= SEVERAL || hongKong.hongKong() * 2 > hongKong.han() / 50;
        return several
                && hongKong.hongKong() > 0
                && hongKong.hongKong() * 2 > userDefined
                && hongKong.privateUse() == 0;
    }

    private static DetectedText decoded(Head head, Candidate candidate, StrictDecoding all, Utf8Scan scan)
            throws IOException {
        var findings = all.findings();
        var legacy = candidate.legacy();
        // Bytes of control characters are never parts of others in these encodings.
        findings.take(AnomalyCode.NUL, scan.findings());
        findings.take(AnomalyCode.CONTROL_CHARACTER, scan.findings());
        if (candidate.sample().han() >= SOME_LENGTH && candidate.sample().naturalness() < IMPLAUSIBLE) {
            findings.add(AnomalyCode.IMPLAUSIBLE_CHARACTERS, 0, legacy.encoding().display() + " decodes to rare characters");
            return text(head, TextEncoding.UNKNOWN, false, legacy.charset(), 0, findings);
        }
        if (legacy.encoding() == TextEncoding.BIG5 && all.perhapsBeyondBig5()) {
            var beyond = Big5Bytes.beyond(head.source(), findings);
            if (beyond.isPresent()) {
                return text(head, TextEncoding.CP950, false, legacy.charset(), 0, findings, beyond);
            }
        }
        return text(head, legacy.encoding(), false, legacy.charset(), 0, findings);
    }

    private static DetectedText contradicted(Head head, List<Candidate> candidates) throws IOException {
        var nearest = candidates.stream()
                .min(Comparator.comparingDouble(candidate -> candidate.sample().errors()
                        - candidate.sample().naturalness()
                                * Math.max(1, candidate.sample().han())))
                .orElseThrow();
        var all = StrictDecoding.ofAll(head.source(), 0, nearest.legacy().charset());
        return text(head, TextEncoding.UNKNOWN, false, nearest.legacy().charset(), 0, all.findings());
    }

    private static DetectedText text(
            Head head, TextEncoding encoding, boolean mark, Charset readAs, int skip, Findings findings)
            throws IOException {
        return text(head, encoding, mark, readAs, skip, findings, Optional.empty());
    }

    /// @param beyondBig5 the first bytes that make a text CP950 rather than Big5
    private static DetectedText text(
            Head head,
            TextEncoding encoding,
            boolean mark,
            Charset readAs,
            int skip,
            Findings findings,
            Optional<Findings.Spot> beyondBig5)
            throws IOException {
        if (encoding == TextEncoding.UNKNOWN) {
            MixedEncodings.find(head.source(), findings);
        }
        var anomalies = new ArrayList<Anomaly>();
        for (var code : List.of(
                AnomalyCode.MALFORMED_BYTES,
                AnomalyCode.IMPLAUSIBLE_CHARACTERS,
                AnomalyCode.MIXED_ENCODINGS,
                AnomalyCode.NUL,
                AnomalyCode.CONTROL_CHARACTER,
                AnomalyCode.REPLACEMENT_CHARACTER,
                AnomalyCode.MOJIBAKE,
                AnomalyCode.PRIVATE_USE_CHARACTER,
                AnomalyCode.STRAY_BYTE_ORDER_MARK)) {
            long count = findings.countOf(code);
            if (count > 0) {
                List<Place> places = Places.of(head.source(), findings.samples(code), readAs);
                anomalies.add(new Anomaly(code, count, places));
            }
        }
        var contradictions = new ArrayList<>(Contradictions.of(head.bytes(), head.whole(), encoding, readAs));
        if (beyondBig5.isPresent()) {
            var place = Places.of(head.source(), List.of(beyondBig5.get()), readAs).getFirst();
            contradictions.add(new Contradiction(TextEncoding.BIG5, place));
            contradictions.sort(Comparator.comparing(Contradiction::encoding));
        }
        return new DetectedText(new TextFacts(encoding, mark, anomalies, contradictions), readAs, skip);
    }

    /// Where the last line of the sample ends, so that no character is cut in two.
    private static int wholeLines(byte[] head) {
        int length = Math.min(head.length, SAMPLE);
        for (int i = length - 1; i > length / 2; i--) {
            if (head[i] == '\n' || head[i] == '\r') {
                return i + 1;
            }
        }
        return length;
    }

    private static boolean startsWith(byte[] head, int... signature) {
        if (head.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((head[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
