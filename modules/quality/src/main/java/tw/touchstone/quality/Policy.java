package tw.touchstone.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;

/// A dated set of metrics, thresholds and a label ladder: data, written by whoever answers for the label.
/// (`dqv:QualityPolicy`)
///
/// @param id                permanent, for example `label-113`
/// @param version           a new text is a new version and a new file, never an edit
/// @param date              from which day the policy stands for its source
/// @param source            the text it follows, with its clause
/// @param metrics           what is measured
/// @param thresholds        by name, see [Threshold]
/// @param structuredFormats the formats that count as structured (結構化檔案類型)
/// @param fold              how distributions become a dataset
/// @param gates             failing one of these leaves no label at all
/// @param ladder            steps from the lowest up
/// @param digest            of the canonical JSON of the policy file
public record Policy(
        String id,
        String version,
        LocalDate date,
        LangText title,
        String source,
        List<Metric> metrics,
        SortedMap<String, BigDecimal> thresholds,
        SortedSet<FileFormat> structuredFormats,
        Fold fold,
        List<Metric> gates,
        List<LadderStep> ladder,
        Sha256 digest)
        implements PolicyReading {

    public Policy {
        metrics = List.copyOf(metrics);
        thresholds = Collections.unmodifiableSortedMap(new TreeMap<>(thresholds));
        structuredFormats = Collections.unmodifiableSortedSet(new TreeSet<>(structuredFormats));
        gates = List.copyOf(gates);
        ladder = List.copyOf(ladder);
    }

    /// Reads a policy file. Never throws on bad text: every fault comes back as [Refused] with its place.
    public static PolicyReading read(String json) {
        return new PolicyFile(json).read();
    }

    /// The value of a threshold; policies that measure its metric are refused without it.
    public BigDecimal threshold(Threshold threshold) {
        var value = thresholds.get(threshold.id());
        if (value == null) {
            throw new IllegalStateException("policy " + id + " sets no " + threshold.id());
        }
        return value;
    }

    /// Whether files of this format count as structured.
    public boolean isStructured(FileFormat format) {
        return structuredFormats.contains(format);
    }
}
