package tw.touchstone.quality.rules.ready;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// The file is in UTF-8, and one header row is followed by even rows and nothing else. (AIR-29)
final class TidyTextRule implements QualityRule<Opened> {

    private static final Set<AnomalyCode> UNTIDY = EnumSet.of(
            AnomalyCode.RAGGED_ROW,
            AnomalyCode.TITLE_LINE,
            AnomalyCode.HEADER_GROUP_ROW,
            AnomalyCode.SECOND_HEADER_ROW,
            AnomalyCode.NO_HEADER,
            AnomalyCode.REPEATED_HEADER,
            AnomalyCode.MERGED_CELL,
            AnomalyCode.REPLACEMENT_CHARACTER,
            AnomalyCode.MOJIBAKE,
            AnomalyCode.MALFORMED_BYTES,
            AnomalyCode.MIXED_ENCODINGS,
            AnomalyCode.UNCLOSED_QUOTE,
            AnomalyCode.STRAY_QUOTE);
    private static final Set<TextEncoding> TIDY = EnumSet.of(TextEncoding.UTF_8, TextEncoding.ASCII);
    private static final LangText EXPECTED = LangText.of(
            "UTF-8、一列欄位名稱、每列欄數相同、沒有亂碼", "UTF-8, one header row, even rows, no garbled text");

    @Override
    public Metric metric() {
        return Metric.AIR_29;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        var unreadable = opened.unreadable(EXPECTED);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        var encoded = opened.encodedOtherwise(TIDY).toList();
        var odd = opened.anomalies().filter(each -> UNTIDY.contains(each.code())).toList();
        if (encoded.isEmpty() && odd.isEmpty()) {
            return Outcome.passed(1, new Finding(LangText.of("整齊", "tidy"), EXPECTED));
        }
        var codes = Stream.concat(encoded.stream().map(Place::seen), odd.stream().map(each -> each.code().id())).distinct().toList();
        var places = Stream.concat(encoded.stream().limit(1), opened.where(UNTIDY)).toList();
        return new Failed(new Evidence(
                1,
                1,
                new Finding(Texts.names(codes), EXPECTED),
                places.isEmpty() ? List.of(opened.beginning()) : places));
    }
}
