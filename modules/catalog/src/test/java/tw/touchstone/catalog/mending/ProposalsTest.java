package tw.touchstone.catalog.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.catalog.References;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.SourceRef;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.quality.DistributionFacts;
import tw.touchstone.quality.Subject;
import tw.touchstone.quality.rules.Rules;
import tw.touchstone.vocabulary.Vocabularies;

class ProposalsTest {

    private static final Vocabularies VOCABULARIES = Vocabularies.load();
    private static final DistributionId ID = new DistributionId(new DatasetId("a"), 1);
    private static final URI URL = URI.create("https://data.example/a.csv");
    private static final Charset BIG5 = Charset.forName("x-windows-950");
    private static final Sha256 WRONG = Sha256.of("something else".getBytes(StandardCharsets.UTF_8));
    private static final String TABLE = "測站,值\n前鎮,1\n埔里,2\n";

    @Test
    void proposesNothingForWhatIsDeclaredAsItIs() {
        var facts = facts(TABLE.getBytes(StandardCharsets.UTF_8));

        assertThat(fixes(each -> each.byteSize(Optional.of(facts.size())).checksum(Optional.of(facts.digest())), facts, false))
                .isEmpty();
    }

    @Test
    void ofAFileElsewhereOnlyTheDeclarationCanBeMended() {
        var facts = facts(TABLE.getBytes(BIG5));

        assertThat(fixes(each -> each.byteSize(Optional.of(1L)).checksum(Optional.of(WRONG)), facts, false))
                .containsExactly(
                        new MetadataFix.Encoding(ID, "Big5"),
                        new MetadataFix.Size(ID, facts.size()),
                        new MetadataFix.Checksum(ID, facts.digest()));
        assertThat(fixes(each -> each.byteSize(Optional.of(facts.size())), facts, true))
                .contains(new FileFix.Utf8(ID, facts.digest(), facts.text().orElseThrow().encoding()));
    }

    @Test
    void keepsWhatWasSaidOfFieldsThatAreThere() {
        var facts = facts(TABLE.getBytes(StandardCharsets.UTF_8));
        var said = new FieldDescription("值", Optional.of("每小時"));

        assertThat(fixes(each -> each.fields(List.of(said, FieldDescription.named("濕度"))), facts, false))
                .contains(new MetadataFix.Fields(ID, List.of(FieldDescription.named("測站"), said)));
    }

    @Test
    void takesADialectForWhatItIsADialectOf() {
        var geo = facts("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[120.5,23.5]},\"properties\":{\"a\":1}}]}".getBytes(StandardCharsets.UTF_8));
        assertThat(geo.format()).isEqualTo(FileFormat.GEOJSON);

        assertThat(fixes(each -> each.format(Optional.of(FileFormat.JSON)), geo, false))
                .noneMatch(MetadataFix.Format.class::isInstance);
        assertThat(fixes(each -> each.format(Optional.of(FileFormat.CSV)), geo, false))
                .contains(new MetadataFix.Format(ID, FileFormat.GEOJSON));
        assertThat(fixes(each -> each.format(Optional.empty()), geo, false))
                .contains(new MetadataFix.Format(ID, FileFormat.GEOJSON));
    }

    @Test
    void declaresNoPageAsTheFormatOfData() {
        var page = facts("<!DOCTYPE html><html><body>x</body></html>".getBytes(StandardCharsets.UTF_8));

        assertThat(fixes(UnaryOperator.identity(), page, true))
                .noneMatch(fix -> fix instanceof MetadataFix.Format || fix instanceof FileFix);
    }

    @Test
    void jsonLosesItsMarkAndTablesMayHaveEither() {
        var json = facts("\uFEFF[{\"測站\":\"前鎮\"}]".getBytes(StandardCharsets.UTF_8));
        var marked = facts(("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8));
        var plain = facts(TABLE.getBytes(StandardCharsets.UTF_8));

        assertThat(fixes(each -> each.format(Optional.of(FileFormat.JSON)), json, true))
                .contains(new FileFix.DropMark(ID, json.digest()));
        assertThat(fixes(UnaryOperator.identity(), marked, true)).contains(new FileFix.DropMark(ID, marked.digest()));
        assertThat(fixes(UnaryOperator.identity(), plain, true)).contains(new FileFix.AddMark(ID, plain.digest()));
    }

    @Test
    void mapsTextsToTermsOnlyWhereTheTextMeansOne() {
        var licence = VOCABULARIES.licences().byNotation("cc-by-4.0").orElseThrow().iri();
        var unlicensed = distribution().with()
                .licence(Optional.empty())
                .nationalFields(Map.of("授權方式", "CC BY 4.0"))
                .build();
        var dataset = dataset(unlicensed).with().nationalFields(Map.of("更新頻率", "每月")).build();

        assertThat(fixes(dataset, Optional.empty(), false))
                .containsExactly(
                        new MetadataFix.FrequencyTerm("每月", Frequency.parse("P1M").orElseThrow()),
                        new MetadataFix.LicenceTerm("CC BY 4.0", licence, List.of(ID)));
        var vague = dataset(unlicensed.with().nationalFields(Map.of("授權方式", "請洽本局")).build())
                .with()
                .nationalFields(Map.of("更新頻率", "視需要"))
                .build();
        assertThat(fixes(vague, Optional.empty(), false)).isEmpty();
    }

    @Test
    void namesOfFixesTellApartWhatTheyWouldDo() {
        var one = FixId.of(new MetadataFix.Size(ID, 5));

        assertThat(FixId.parse(one.toString())).contains(one);
        assertThat(FixId.of(new MetadataFix.Size(ID, 5))).isEqualTo(one);
        assertThat(FixId.of(new MetadataFix.Size(ID, 6))).isNotEqualTo(one);
        assertThat(List.of("", "transcode", "transcode-1", "mystery-1-000000000000", "transcode-1-00000000000G"))
                .allSatisfy(text -> assertThat(FixId.parse(text)).isEmpty());
    }

    private static List<Fix> fixes(UnaryOperator<Distribution.Builder> declared, ByteFacts facts, boolean held) {
        return fixes(dataset(declared.apply(distribution().with()).build()), Optional.of(facts), held);
    }

    private static List<Fix> fixes(Dataset dataset, Optional<ByteFacts> facts, boolean held) {
        var reference = References.of(VOCABULARIES);
        var link = LinkStanding.of(LinkProbe.held(Instant.EPOCH, URL, WRONG, 1));
        var subject = new Subject(
                dataset, Map.of(ID, new DistributionFacts(facts, facts.map(_ -> link))));
        var cards = Rules.scorer(reference).evaluate(PolicyFiles.load(), subject, Instant.parse("2026-01-01T00:00:00Z"));
        return new Proposals(VOCABULARIES.nationalTerms(), reference.terms())
                .of(subject, cards, _ -> held).stream()
                        .map(Proposal::fix)
                        .toList();
    }

    private static Distribution distribution() {
        return Distribution.of(ID)
                .downloadUrl(Optional.of(URL))
                .format(Optional.of(FileFormat.CSV))
                .mediaType(Optional.of("text/csv"))
                .encoding(Optional.of("UTF-8"))
                .fields(List.of(FieldDescription.named("測站"), FieldDescription.named("值")))
                .licence(Optional.of(VOCABULARIES.licences().byNotation("ogdl-1").orElseThrow().iri()))
                .build();
    }

    private static Dataset dataset(Distribution distribution) {
        return Dataset.of(new DatasetId("a"), new SourceRef(SourceRef.LOCAL, "a"), LangText.zh("甲"))
                .distributions(List.of(distribution))
                .build();
    }

    private static ByteFacts facts(byte[] bytes) {
        return switch (new Inspector().inspect(ByteSource.of(bytes))) {
            case Inspection.Inspected(ByteFacts facts) -> facts;
            case Inspection.NotInspected not -> throw new AssertionError(not.reason());
        };
    }
}
