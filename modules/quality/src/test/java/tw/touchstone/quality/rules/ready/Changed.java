package tw.touchstone.quality.rules.ready;

import static tw.touchstone.quality.rules.ready.ReadyDataset.IDENTITY;
import static tw.touchstone.quality.rules.ready.ReadyDataset.SOURCE;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tw.touchstone.model.Activity;
import tw.touchstone.model.BoundingBox;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldReference;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.ValueCount;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.DatasetFacts;
import tw.touchstone.quality.Share;

/// The perfect dataset, and files, changed in one place.
final class Changed {

    private static final ReadyDataset PERFECT = ReadyDataset.perfect();

    private Changed() {}

    static ReadyDataset pdf() {
        return PERFECT.holding(
                ReadyFile.facts(FileFormat.PDF, TextEncoding.UTF_8, new Content.Opaque(), Optional.empty()));
    }

    static ReadyDataset provenance(UnaryOperator<Provenance> change) {
        return PERFECT.with(each -> each.provenance(PERFECT.dataset().provenance().map(change)));
    }

    static ReadyDataset activity(UnaryOperator<Activity> change) {
        return provenance(each -> new Provenance(
                each.creator(), each.statement(), each.sources(), each.derivedFrom(), each.citation(), each.activity().map(change)));
    }

    static ReadyDataset collection(UnaryOperator<DataCollection> change) {
        return PERFECT.with(each -> each.collection(PERFECT.dataset().collection().map(change)));
    }

    static ReadyDataset limits(UnaryOperator<Limits> change) {
        return PERFECT.with(each -> each.limits(PERFECT.dataset().limits().map(change)));
    }

    static ReadyDataset coverage(UnaryOperator<Coverage> change) {
        return PERFECT.with(each -> each.coverage(PERFECT.dataset().coverage().map(change)));
    }

    static DatasetFacts twin(int similarity) {
        return new DatasetFacts(
                Optional.of(new DatasetFacts.Twin(Optional.of(new DatasetId("other")), new Share(similarity), Optional.empty())), Optional.empty());
    }

    static DatasetFacts sources(LinkVerdict... verdicts) {
        var seen = new TreeMap<URI, LinkVerdict>();
        Stream.of(verdicts).forEach(each -> seen.put(SOURCE, each));
        return new DatasetFacts(Optional.empty(), Optional.empty(), Optional.of(new DatasetFacts.Sources(seen)));
    }

    static DatasetFacts identity(LinkVerdict verdict) {
        return new DatasetFacts(
                Optional.empty(), Optional.empty(), Optional.of(new DatasetFacts.Sources(new TreeMap<>(Map.of(IDENTITY, verdict)))));
    }

    static DataCollection method(String text) {
        var none = LangText.NONE;
        return new DataCollection(LangText.zh(text), List.of(), Optional.empty(), none, none, none, none, none);
    }

    static FieldDescription marked(String marker) {
        return new FieldDescription(
                "人口數",
                Optional.empty(),
                Optional.of(new FieldDefinition(
                        LangText.NONE, Optional.empty(), Optional.empty(), Optional.empty(), List.of(marker), false, false, Optional.empty())));
    }

    static FieldDescription referring(String to) {
        var target = new FieldReference(URI.create("http://localhost/distributions/ready-1"), to);
        return new FieldDescription("上層", Optional.empty(), Optional.of(FieldDefinition.of(FieldType.STRING).referring(target)));
    }

    static Coverage box(String west, String south, String east, String north) {
        return new Coverage(
                Optional.of(new BoundingBox(
                        new BigDecimal(west), new BigDecimal(south), new BigDecimal(east), new BigDecimal(north))),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Coverage nonSpatial() {
        return new Coverage(Optional.empty(), true, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Limits groups() {
        return new Limits(LangText.NONE, LangText.NONE, LangText.NONE, LangText.NONE, LangText.NONE, List.of("性別"));
    }

    static ByteFacts geo(Optional<GeoProfile> geo) {
        var bytes = PERFECT.bytes();
        return ReadyFile.facts(FileFormat.CSV, TextEncoding.UTF_8, bytes.content(), geo);
    }

    static ByteFacts without() {
        return geo(Optional.empty());
    }

    static ByteFacts dateless() {
        return ReadyFile.table(List.of(), ReadyFile.columns().subList(2, 4));
    }

    static ByteFacts big5() {
        return ReadyFile.facts(FileFormat.CSV, TextEncoding.BIG5, PERFECT.bytes().content(), Optional.empty());
    }

    static ByteFacts inside(long positions) {
        return geo(Optional.of(new GeoProfile(
                Optional.of("EPSG:3826"), false, Optional.empty(), List.of(), 1_000, 1_000, List.of(new ValueCount("63000", positions)), List.of())));
    }

    static ByteFacts degrees(String east) {
        return geo(Optional.of(new GeoProfile(
                Optional.of("EPSG:4326"),
                false,
                Optional.of(new GeoProfile.Box("121.45", "25.0", east, "25.1")),
                List.of(),
                1_000,
                1_000,
                List.of(),
                List.of())));
    }

    static ByteFacts counties(String code) {
        var column = ReadyFile.column("縣市", ColumnType.TEXT, 1_000, 0).top(code, 1_000).form(ValueForm.COUNTY_CODE, 1_000).build();
        return ReadyFile.facts(
                FileFormat.CSV,
                TextEncoding.UTF_8,
                new Content.Tables(List.of(new TableProfile("", Dialect.NONE, 1, List.of("縣市"), 1_000, List.of(), List.of(column)))),
                Optional.empty());
    }
}
