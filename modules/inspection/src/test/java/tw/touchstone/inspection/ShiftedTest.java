package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Place;

/// Values that stand in the columns of others.
class ShiftedTest {

    private static final String HEADER = "機構,類別,設立日期,床數,負責單位,電話,備註\n";

    private static String rows(int count) {
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            text.append("安康之家,私立,2019-0%d-15,%d,社會局,02-2345%04d,\n".formatted(1 + i % 9, 10 + i, i));
        }
        return text.toString();
    }

    private static List<Place> places(String text, AnomalyCode code) {
        return Facts.table(text).anomalies().stream()
                .filter(each -> each.code() == code)
                .flatMap(each -> each.samples().stream())
                .toList();
    }

    @Test
    void findsARowThatADelimiterNobodyQuotedMoved() {
        var moved = rows(30) + "安康,之家,私立,2019-01-15,20,社會局,02-23451234\n" + rows(5).substring(HEADER.length());

        // The first value that is wrong where it stands.
        assertThat(places(moved, AnomalyCode.SHIFTED_ROW)).containsExactly(new Place(32, 3, -1, "私立"));
        assertThat(places(moved, AnomalyCode.RAGGED_ROW)).isEmpty();
    }

    @Test
    void findsARaggedRowThatMoved() {
        var longer = rows(30) + "安康,之家,私立,2019-01-15,20,社會局,02-23451234,\n";
        assertThat(places(longer, AnomalyCode.SHIFTED_ROW)).extracting(Place::line).containsExactly(32L);
        var twice = rows(30) + "安康,之,家,私立,2019-01-15,20,社會局,02-23451234,\n";
        assertThat(places(twice, AnomalyCode.SHIFTED_ROW)).extracting(Place::line).containsExactly(32L);
        var shorter = rows(30) + "安康之家,2019-01-15,20,社會局,02-23451234,\n";
        assertThat(places(shorter, AnomalyCode.SHIFTED_ROW)).extracting(Place::line).containsExactly(32L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "安康之家,私立,不詳,20,社會局,02-23451234,\n",
                "安康之家,私立,待補,無資料,社會局,02-23451234,\n",
                "安康之家,,,,,,停業\n",
                "安康之家,私立,,,社會局,,\n",
                "安康之家,私立,2019-01-15,約二十,社會局,未公開,\n",
                "機構,類別,設立日期,床數,負責單位,電話,備註\n",
                "合計,,,1200,,,\n",
                "安康之家,私立,2019-01-15,20,社會局,02-23451234,備註一,備註二\n"
            })
    void callsNoOtherOddRowShifted(String row) {
        assertThat(places(rows(30) + row, AnomalyCode.SHIFTED_ROW)).isEmpty();
    }

    @Test
    void needsRowsToLearnFrom() {
        var row = "安康,之家,私立,2019-01-15,20,社會局,02-23451234\n";
        assertThat(places(rows(8) + row, AnomalyCode.SHIFTED_ROW)).isEmpty();
        assertThat(places(rows(9) + row, AnomalyCode.SHIFTED_ROW)).hasSize(1);
    }

    /// Cells left out, exchanged and made up at random: nothing in it moved by a column from some place on.
    @Test
    void findsNoShiftWhereCellsAreRandom() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder(HEADER);
            for (int i = 0; i < 40; i++) {
                text.append("安康之家,%s,%s,%s,社會局,%s,%s\n".formatted(
                        pick(random, "私立", "公立", ""),
                        pick(random, "2019-01-15", "2020-02-05", "", "待查"),
                        pick(random, "12", "30", "", "停辦", "-"),
                        pick(random, "02-23451234", "", "無", "07-2345678"),
                        pick(random, "設備正常", "", "2樓", "112年整修")));
            }
            assertThat(places(text.toString(), AnomalyCode.SHIFTED_ROW)).as("seed %d", seed).isEmpty();
        }
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    @Test
    void findsNamesThatStandOverTheColumnsOfOthers() {
        var text =
                """
                性質,主管機關,機構,成立日期,文號,主任,連絡電話,傳真,電子郵件,地址,床數,網站
                某某之家,19970930,府社字第1號,甲乙丙,(089)237121,(089)230596,a@example.org,臺東縣臺東市豐年里1鄰民航路21號,180,30,http://www.example.org,
                另一之家,19871215,府社字第2號,丁戊己,(089)359284,(089)323042,,臺東縣臺東市永樂里2鄰鐵花路207號,80,50,http://www.example.com,
                """;

        assertThat(places(text, AnomalyCode.SHIFTED_NAMES))
                .containsExactly(
                        new Place(1, 4, -1, "成立日期"),
                        new Place(1, 7, -1, "連絡電話"),
                        new Place(1, 8, -1, "傳真"),
                        new Place(1, 9, -1, "電子郵件"),
                        new Place(1, 10, -1, "地址"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "名稱,電話,傳真,電子郵件,地址,網址\n甲,(089)237121,(089)230596,a@example.org,臺東縣臺東市民航路21號,http://www.example.org\n",
                "名稱,電話,傳真,電子郵件,地址,網址\n甲,未提供,洽總機,無信箱,見網站,建置中\n",
                "名稱,電話,傳真,電子郵件,地址,網址\n甲,,,,,\n",
                "名稱,地址,電話,電話,電話,備註\n甲,見說明,(089)237121,(089)230596,(089)230597,\n"
            })
    void findsNoNamesInWrongPlacesElsewhere(String text) {
        assertThat(places(text, AnomalyCode.SHIFTED_NAMES)).isEmpty();
    }
}
