package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Place;

/// Question marks that a conversion left, and question marks that ask.
class LostCharacterTest {

    private static final List<String> NAMES = List.of("王小明", "李大同", "陳美玉", "林志成", "張文心", "黃春生", "吳金水", "蔡依珊", "許世賢");

    private static List<Anomaly> lost(String... values) {
        var text = "編號,說明\n"
                + NAMES.stream().map(name -> "1,\"" + name + "\"\n").collect(Collectors.joining())
                + Arrays.stream(values).map(value -> "2,\"" + value + "\"\n").collect(Collectors.joining());
        return Facts.table(text).anomalies().stream()
                .filter(each -> each.code() == AnomalyCode.LOST_CHARACTER)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "王?明", "?里村", "橋仔村、芹壁村、?里村、白沙村", "臺北市北投區公?路423巷1~30號", "軍階,役?,上月列管人數", "王??", "???", "????", "王??明", "(?里)"
            })
    void findsWhatAConversionLost(String value) {
        var expected = value.equals("王??") ? List.of() : List.of(new Place(11, 2, -1, value));
        assertThat(lost(value).stream().flatMap(each -> each.samples().stream()).toList()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a?b=1",
                "見 https://example.org/查詢?編號=12",
                "What is this? Nothing",
                "如何申請?至區公所辦理",
                "停車場收費嗎?收費",
                "有無障礙設施?有",
                "開放時間是否固定?固定",
                "真的嗎??是",
                "為什麼?因為",
                "是誰？不知道?或許",
                "?",
                "??",
                "地點?",
                "(?)",
                "A?B",
                "申請資格與條件?設籍本市者即可",
                "Q?A"
            })
    void callsNoQuestionLost(String value) {
        assertThat(lost(value)).isEmpty();
    }

    @Test
    void saysNothingWhereSomebodyAsks() {
        assertThat(lost("王?明", "怎麼辦?")).isEmpty();
    }

    @Test
    void saysNothingWhereMarksAreCommon() {
        // Of twenty values and fewer two may be damaged, above that one of ten.
        assertThat(lost("王?明", "李?同")).hasSize(1);
        assertThat(lost("王?明", "李?同", "陳?玉")).isEmpty();
    }

    @Test
    void countsEveryOccurrence() {
        var text = "編號,姓\n" + "1,王小明\n".repeat(50) + "2,王?明\n".repeat(3);
        assertThat(Facts.table(text).anomalies())
                .containsExactly(new Anomaly(
                        AnomalyCode.LOST_CHARACTER,
                        3,
                        List.of(new Place(52, 2, -1, "王?明"), new Place(53, 2, -1, "王?明"), new Place(54, 2, -1, "王?明"))));
    }

    @Test
    void findsThemInFieldsOfRecordsToo() {
        var text = "[{\"村\":\"東里\"},{\"村\":\"西里\"},{\"村\":\"?里村\"}]";
        assertThat(Facts.codes(Facts.tree(text).anomalies())).containsExactly("lost-character×1");
    }

    @Test
    void findsWhatBig5CouldNotWrite() {
        var text = "編號,里\n1,石牌里\n2,石碇里\n3,\uD842\uDFB7里村\n";
        var written = text.getBytes(Facts.CP950);
        assertThat(new String(written, Facts.CP950)).contains("?里村");
        assertThat(Facts.codes(Facts.table(Facts.of(written)).anomalies())).containsExactly("lost-character×1");
        assertThat(Facts.codes(Facts.table(Facts.of(text.getBytes(StandardCharsets.UTF_8))).anomalies())).isEmpty();
    }
}
