package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.quality.Fixtures.LABEL_113;
import static tw.touchstone.quality.Fixtures.NOW;
import static tw.touchstone.quality.Fixtures.SCORER;
import static tw.touchstone.quality.Fixtures.answered;
import static tw.touchstone.quality.Fixtures.csv;
import static tw.touchstone.quality.Fixtures.dead;
import static tw.touchstone.quality.Fixtures.declared;
import static tw.touchstone.quality.Fixtures.distribution;
import static tw.touchstone.quality.Fixtures.facts;
import static tw.touchstone.quality.Fixtures.page;
import static tw.touchstone.quality.Fixtures.perfect;
import static tw.touchstone.quality.Fixtures.table;
import static tw.touchstone.quality.Fixtures.undecided;
import static tw.touchstone.quality.Fixtures.with;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;
import tw.touchstone.model.fact.TreeProfile;
import tw.touchstone.quality.NationalVerdict.Flags;
import tw.touchstone.quality.NationalVerdict.Resource;

class NationalVerdictTest {

    private static final DistributionId FIRST = new DistributionId(Fixtures.ID, 1);
    private static final Flags ALL_ONES = new Flags(1, 1, 1, 1, 1, 1);

    @Test
    void aSoundCsvHasAllOnes() {
        var resource = new Resource(FIRST, ALL_ONES, "UTF-8", List.of("縣市代碼", "人口數", "備註"), 22, "csv");
        assertThat(verdict(perfect())).isEqualTo(new NationalVerdict(ALL_ONES, List.of(resource)));
    }

    @Test
    void bigFiveIsReportedAsTheEngineSpellsIt() {
        var big5 = declared(
                perfect(), distribution(1).with().encoding(Optional.of("BIG5")).build());
        var subject = with(big5, 1, facts(table(TextEncoding.CP950, "縣市代碼", "人口數"), answered()));
        assertThat(verdict(subject).distributions().getFirst())
                .isEqualTo(new Resource(FIRST, ALL_ONES, "BIG5", List.of("縣市代碼", "人口數"), 22, "csv"));
    }

    @Test
    void aPageInsteadOfTheFileLeavesEverythingAfterItUnjudged() {
        var flags = new Flags(1, 0, 2, 2, 2, 2);
        assertThat(verdict(with(perfect(), 1, facts(page(), answered()))))
                .isEqualTo(new NationalVerdict(flags, List.of(new Resource(FIRST, flags, "", List.of(), 0, ""))));
    }

    @Test
    void aDeadLinkLeavesEverythingUnjudgedEvenWhereAFileIsAtHand() {
        var flags = new Flags(0, 2, 2, 2, 2, 2);
        assertThat(verdict(with(perfect(), 1, facts(csv(), dead()))))
                .isEqualTo(new NationalVerdict(flags, List.of(new Resource(FIRST, flags, "", List.of(), 0, ""))));
    }

    @Test
    void anUndecidedLinkIsNeitherZeroNorOne() {
        assertThat(verdict(with(perfect(), 1, facts(csv(), undecided()))).dataset())
                .isEqualTo(new Flags(2, 1, 1, 1, 1, 1));
    }

    @Test
    void metadataOfAnotherDatasetFailsTheDescriptionOnly() {
        var swapped = distribution(1)
                .with()
                .fields(List.of(FieldDescription.named("測站"), FieldDescription.named("人口數")))
                .build();
        assertThat(verdict(declared(perfect(), swapped)).dataset()).isEqualTo(new Flags(1, 1, 1, 1, 0, 1));
    }

    @Test
    void aCutHeaderFailsTheDescriptionOnly() {
        assertThat(verdict(with(perfect(), 1, facts(table(TextEncoding.UTF_8, "縣市代碼"), answered())))
                        .dataset())
                .isEqualTo(new Flags(1, 1, 1, 1, 0, 1));
    }

    @Test
    void aTranscodedFileUnderTheOldLabelFailsTheEncodingAndHidesTheFields() {
        assertThat(verdict(with(perfect(), 1, facts(table(TextEncoding.BIG5, "縣市代碼", "人口數"), answered())))
                        .dataset())
                .isEqualTo(new Flags(1, 1, 1, 0, 2, 1));
    }

    @Test
    void aPdfFailsTheStructure() {
        var pdf = Fixtures.bytes(FileFormat.PDF, Optional.empty(), new Content.Opaque());
        assertThat(verdict(with(perfect(), 1, facts(pdf, answered()))).distributions())
                .containsExactly(new Resource(FIRST, new Flags(1, 1, 0, 2, 2, 2), "", List.of(), 0, "pdf"));
    }

    @Test
    void jsonIsStructuredWithoutBeingCsv() {
        var tree = new TreeProfile(
                "/",
                7,
                List.of(new FieldPresence("縣市代碼", 7, Optional.empty()), new FieldPresence("人口數", 7, Optional.empty())),
                List.of("人口數", "縣市代碼"), List.of());
        var json = Fixtures.bytes(
                FileFormat.JSON,
                Optional.of(new TextFacts(TextEncoding.UTF_8, false, List.of())),
                new Content.Tree(tree));
        assertThat(verdict(with(perfect(), 1, facts(json, answered()))).distributions())
                .containsExactly(new Resource(
                        FIRST, new Flags(1, 1, 1, 1, 1, 0), "UTF-8", List.of("縣市代碼", "人口數"), 7, "json"));
    }

    @Test
    void oneFaultIsTheDatasetsElseOneUnknownIs() {
        var subject = with(with(perfect(3), 1, facts(csv(), dead())), 2, facts(page(), answered()));
        assertThat(verdict(subject).dataset()).isEqualTo(new Flags(0, 0, 2, 2, 2, 2));
        assertThat(verdict(perfect(0)).dataset()).isEqualTo(new Flags(2, 2, 2, 2, 2, 2));
    }

    private static NationalVerdict verdict(Subject subject) {
        return NationalVerdict.of(SCORER.evaluate(LABEL_113, subject, NOW), subject);
    }
}
