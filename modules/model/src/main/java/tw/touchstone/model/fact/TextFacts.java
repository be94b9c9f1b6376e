package tw.touchstone.model.fact;

import java.util.List;

/// How a text is encoded, found by decoding it strictly.
///
/// @param encoding       the encoding in which all of the text decodes, or [TextEncoding#UNKNOWN]
/// @param byteOrderMark  whether the bytes begin with one
/// @param anomalies      what is odd in the text: `replacement-character`, `nul`, `mojibake` and the like
/// @param contradictions encodings in which the text is not, in the order of [TextEncoding]
public record TextFacts(
        TextEncoding encoding, boolean byteOrderMark, List<Anomaly> anomalies, List<Contradiction> contradictions) {

    public TextFacts {
        anomalies = List.copyOf(anomalies);
        contradictions = List.copyOf(contradictions);
    }

    /// A text whose contradictions to other encodings were not looked for.
    public TextFacts(TextEncoding encoding, boolean byteOrderMark, List<Anomaly> anomalies) {
        this(encoding, byteOrderMark, anomalies, List.of());
    }
}
