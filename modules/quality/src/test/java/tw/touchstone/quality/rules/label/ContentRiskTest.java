package tw.touchstone.quality.rules.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Label;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.DistributionFacts;
import tw.touchstone.quality.Fixtures;
import tw.touchstone.quality.Risk;
import tw.touchstone.quality.RiskCode;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Subject;

/// Risks that lie in the bytes stand beside the label and leave it as it is.
class ContentRiskTest {

    @Test
    void soundDataIsAtNoRisk() {
        assertThat(card(Fixtures.filled()).risks()).isEmpty();
    }

    @Test
    void aConstantColumnWithAStandardsNameIsNamedWithItsPlace() {
        var card = card(Fixtures.filled(22, 1));
        assertThat(card.label()).contains(Label.PLATINUM);
        assertThat(card.risks()).singleElement().satisfies(risk -> {
            assertThat(risk.code()).isEqualTo(RiskCode.CONSTANT_STANDARD_FIELD);
            assertThat(risk.place()).contains(new Place(1, 1, -1, "縣市代碼"));
        });
    }

    @Test
    void emptyColumnsRocDatesAndListsOfLinksAreSeen() {
        assertThat(codes(columns(column("縣市代碼", 0, List.of()), sound())))
                .containsExactly(RiskCode.EMPTY_COLUMN);
        assertThat(codes(columns(
                        column("日期", 22, List.of(new FormCount(ValueForm.ROC_DATE, 22))), sound(), sound(), sound())))
                .containsExactly(RiskCode.ROC_DATES);
        var links = column("連結", 22, List.of(new FormCount(ValueForm.URL, 22)));
        assertThat(codes(columns(sound(), links))).containsExactly(RiskCode.LIST_OF_LINKS);
        assertThat(codes(columns(sound(), sound(), sound(), links))).isEmpty();
        assertThat(codes(columns(sound(), column("連結", 22, List.of(new FormCount(ValueForm.URL, 21)))))).isEmpty();
    }

    @Test
    void titlesAboveTheHeaderAndPartsUnreadAreSeen() {
        var place = new Place(1, 0, 0, "114 年統計表");
        var table = new TableProfile(
                "",
                new Dialect(',', '"', "LF"),
                2,
                List.of("縣市代碼", "人口數"),
                22,
                List.of(new Anomaly(AnomalyCode.TITLE_LINE, 1, List.of(place))),
                List.of());
        var titled = Fixtures.bytes(FileFormat.CSV, Optional.empty(), new Content.Tables(List.of(table)));
        assertThat(card(titled).risks()).singleElement().satisfies(risk -> {
            assertThat(risk.code()).isEqualTo(RiskCode.MERGED_HEADER);
            assertThat(risk.place()).contains(place);
        });
        var whole = Fixtures.filled();
        var partial = new ByteFacts(
                whole.digest(),
                whole.size(),
                whole.inspector(),
                new Extent.Partial("rows", 1_000),
                whole.format(),
                whole.formatEvidence(),
                whole.text(),
                whole.content(),
                whole.geo());
        assertThat(codes(partial)).containsExactly(RiskCode.PARTLY_READ);
    }

    private static ByteFacts columns(ColumnProfile... columns) {
        return Fixtures.table(List.of(columns));
    }

    private static ColumnProfile sound() {
        return Fixtures.column("值", ColumnType.INTEGER, 22, List.of());
    }

    private static ColumnProfile column(String name, long filled, List<FormCount> forms) {
        var like = Fixtures.column(name, ColumnType.TEXT, filled, forms);
        return new ColumnProfile(
                name,
                like.group(),
                like.unit(),
                like.type(),
                filled,
                22 - filled,
                like.sentinels(),
                like.distinct(),
                like.unique(),
                like.min(),
                like.max(),
                like.dates(),
                like.longest(),
                like.top(),
                like.forms());
    }

    private static List<RiskCode> codes(ByteFacts bytes) {
        return card(bytes).risks().stream().map(Risk::code).toList();
    }

    private static Scorecard card(ByteFacts bytes) {
        var subject = Fixtures.perfect();
        var id = subject.dataset().distributions().getFirst().id();
        var facts = new DistributionFacts(Optional.of(bytes), subject.factsOf(id).link());
        return Fixtures.SCORER.evaluate(
                Fixtures.LABEL_113, new Subject(subject.dataset(), Map.of(id, facts)), Fixtures.NOW);
    }
}
