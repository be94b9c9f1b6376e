package tw.touchstone.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;

/// A dated set of metrics, thresholds and a way to an award: data, written by whoever answers for the award.
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
/// @param award             how outcomes become a label or a grade
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
        Award award,
        Sha256 digest)
        implements PolicyReading {

    public Policy {
        metrics = List.copyOf(metrics);
        thresholds = Collections.unmodifiableSortedMap(new TreeMap<>(thresholds));
        structuredFormats = Collections.unmodifiableSortedSet(new TreeSet<>(structuredFormats));
    }

    /// Reads a policy file. Never throws on bad text: every fault comes back as [Refused] with its place.
    public static PolicyReading read(String json) {
        return new PolicyFile(json).read();
    }

    /// The canonical JSON of a policy file, whose digest is the policy's.
    ///
    /// @throws IllegalArgumentException if the text is no JSON
    public static byte[] canonical(String json) {
        return PolicyFile.canonical(json);
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

    /// Whether it awards labels of the national ladder, rather than grades of its own.
    public boolean awardsLabels() {
        return award instanceof Ladder ladder && ladder.steps().getFirst().label().isPresent();
    }

    /// Everything it may award, from the lowest up; without what it says where it awards nothing.
    public List<Grade> awards() {
        return switch (award) {
            case Ladder ladder -> ladder.steps().stream().map(LadderStep::award).toList();
            case Weighing weighing ->
                weighing.bands().reversed().stream().map(Band::grade).toList();
        };
    }

    /// The name of a grade of this policy; empty where it awards none of this code.
    public Optional<LangText> title(String grade) {
        return Stream.concat(awards().stream(), Stream.of(Grade.UNGRADED, Grade.NONE))
                .filter(each -> each.code().equals(grade))
                .map(Grade::title)
                .findFirst();
    }
}
