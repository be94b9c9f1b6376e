package tw.touchstone.quality.rules.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Fixtures;
import tw.touchstone.quality.Outcome;

class StructureRuleTest {

    private final StructureRule rule = new StructureRule();

    @Test
    void asksThePolicyWhichFormatsAreStructured() {
        assertThat(evaluate(Fixtures.csv())).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(Fixtures.bytes(FileFormat.PDF, Optional.empty(), new Content.Opaque())))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(rule.evaluate(new Structured(Fixtures.csv(), new TreeSet<>(List.of(FileFormat.XML)))))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void failsABrokenFileAtThePlaceWhereItBreaks() {
        var place = new Place(1204, 7, 99_120, "{");
        var broken = Fixtures.bytes(
                FileFormat.JSON, Optional.empty(), new Content.Malformed("JSON ends inside an object", place));
        assertThat(evaluate(broken))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.evidence().samples()).containsExactly(place));
    }

    @Test
    void anArchiveIsWhatItHolds() {
        assertThat(evaluate(zip(FileFormat.CSV, FileFormat.TXT))).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(zip(FileFormat.SHP, FileFormat.UNKNOWN))).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(zip(FileFormat.TXT))).isInstanceOf(Outcome.Failed.class);
        assertThat(evaluate(zip())).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void anArchiveWithADocumentFailsAndNamesIt() {
        assertThat(evaluate(zip(FileFormat.CSV, FileFormat.PDF)))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    Evidence evidence = failed.evidence();
                    assertThat(evidence.checked()).isEqualTo(2);
                    assertThat(evidence.faults()).isEqualTo(1);
                    assertThat(evidence.samples()).containsExactly(new Place(0, 0, -1, "a.pdf"));
                });
    }

    @Test
    void whatOpensWithAPasswordOnlyIsNotReadable() {
        assertThat(evaluate(Fixtures.bytes(FileFormat.XLSX, Optional.empty(), new Content.Encrypted())))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aBrokenFileInAnArchiveFailsAndIsNamed() {
        var broken = Fixtures.bytes(
                FileFormat.JSON, Optional.empty(), new Content.Malformed("ends early", new Place(3, 1, 40, "{")));
        var members = List.of(
                new Member("a.csv", 10, FileFormat.CSV, Optional.of(Fixtures.csv())),
                new Member("b.json", 10, FileFormat.JSON, Optional.of(broken)));
        assertThat(evaluate(Fixtures.bytes(FileFormat.ZIP, Optional.empty(), new Content.Members(members))))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.evidence().samples())
                                .containsExactly(new Place(0, 0, -1, "b.json")));
    }

    private Outcome evaluate(ByteFacts bytes) {
        return rule.evaluate(new Structured(bytes, Fixtures.LABEL_113.structuredFormats()));
    }

    private static ByteFacts zip(FileFormat... formats) {
        var members = Arrays.stream(formats)
                .map(format -> new Member("a." + format.code(), 10, format))
                .toList();
        return Fixtures.bytes(FileFormat.ZIP, Optional.empty(), new Content.Members(members));
    }
}
