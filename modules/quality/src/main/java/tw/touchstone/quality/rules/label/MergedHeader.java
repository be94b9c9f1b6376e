package tw.touchstone.quality.rules.label;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.RiskCode;

/// Title lines, rows of groups or units, or merged cells stand around the header, and programs take them for data.
final class MergedHeader implements ContentRisk {

    private static final Set<AnomalyCode> CODES = EnumSet.of(
            AnomalyCode.TITLE_LINE,
            AnomalyCode.HEADER_GROUP_ROW,
            AnomalyCode.SECOND_HEADER_ROW,
            AnomalyCode.UNIT_ROW,
            AnomalyCode.MERGED_CELL);
    private static final LangText TEXT =
            LangText.of("標題列周圍有說明、群組或合併儲存格", "titles, groups or merged cells stand around the header");

    @Override
    public RiskCode code() {
        return RiskCode.MERGED_HEADER;
    }

    @Override
    public Stream<Sight> find(Question question, ByteFacts bytes) {
        return bytes.content() instanceof Content.Tables(var tables)
                ? tables.stream()
                        .flatMap(table -> table.anomalies().stream())
                        .filter(anomaly -> CODES.contains(anomaly.code()))
                        .map(anomaly -> new Sight(TEXT, anomaly.samples().stream().findFirst()))
                : Stream.empty();
    }
}
