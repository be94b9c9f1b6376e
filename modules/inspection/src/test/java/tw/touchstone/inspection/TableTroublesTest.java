package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;

/// Each trouble planted once and found; and what only resembles it is no trouble.
class TableTroublesTest {

    private static List<TableProfile> tables(String text) {
        return ((Content.Tables) Facts.of(text).content()).tables();
    }

    private static List<String> codes(String text) {
        return Facts.codes(Facts.table(text).anomalies());
    }

    private static List<Long> lines(String text, AnomalyCode code) {
        return Facts.table(text).anomalies().stream()
                .filter(anomaly -> anomaly.code() == code)
                .map(Anomaly::samples)
                .flatMap(List::stream)
                .map(Place::line)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "編號,名稱,數量\n1,甲,3\n2,乙,5\n3,丙,8\n",
                "編號,名稱\r\n1,\"甲, 乙\"\r\n2,\"他說\"\"好\"\"\"\r\n",
                "a\tb\n1\t2\n3\t4\n",
                "年度,縣市,人口數(人)\n110,臺北市,2524393\n111,臺北市,2480681\n",
                "站名,電話,備註\n甲站,(02)23456789,\n乙站,(03)3456789,-\n",
                "名稱,金額\n甲,-5\n乙,+3\n丙,-\n",
                "代碼,值\n001,1\n120,2\n245,3\n007,3\n301,4\n302,5\n303,6\n304,7\n305,8\n306,9\n307,1\n"
            })
    void findsNothingInCleanTables(String text) {
        assertThat(codes(text)).isEmpty();
    }

    @Test
    void findsARowOfUnits() {
        var text = "測站,溫度,雨量\n,℃,mm\n甲,21.5,3\n乙,22.5,0\n";
        assertThat(codes(text)).containsExactly("unit-row×1");
        assertThat(Facts.column(text, "溫度").unit()).contains("℃");
        assertThat(Facts.column(text, "溫度").filled()).isEqualTo(2);
        assertThat(codes("測站,性別,班\n甲,男,忠\n乙,女,孝\n")).isEmpty();
    }

    @Test
    void readsThreeHeaderRows() {
        var text = "年度,人口,,,\n,男,,女,\n,本國,外國,本國,外國\n110,1,2,3,4\n111,5,6,7,8\n";
        var table = Facts.table(text);
        assertThat(table.headerLine()).isEqualTo(3);
        assertThat(table.header()).containsExactly("年度", "本國", "外國", "本國", "外國");
        assertThat(table.columns())
                .extracting(column -> column.group().orElse(""))
                .containsExactly("", "人口/男", "人口/男", "人口/女", "人口/女");
        assertThat(table.rows()).isEqualTo(2);
    }

    @Test
    void findsTheHeaderAgainAmongTheRows() {
        var text = "編號,名稱\n1,甲\n2,乙\n編號,名稱\n3,丙\n";
        assertThat(lines(text, AnomalyCode.REPEATED_HEADER)).containsExactly(4L);
        assertThat(Facts.table(text).rows()).isEqualTo(3);
    }

    @Test
    void divesTextWithSeveralTables() {
        var tables = tables("縣市,戶數,人口\n甲,10,20\n乙,30,40\n丙,30,40\n\n車種,數量\n汽車,5\n機車,6\n");
        assertThat(tables).extracting(TableProfile::header).containsExactly(List.of("縣市", "戶數", "人口"), List.of("車種", "數量"));
        assertThat(tables).extracting(TableProfile::rows).containsExactly(3L, 2L);
        assertThat(tables).extracting(TableProfile::headerLine).containsExactly(1L, 6L);
        assertThat(tables).extracting(TableProfile::dialect).containsOnly(new Dialect(',', '\0', "LF"));
    }

    @Test
    void keepsSectionsOfOneTableTogether() {
        assertThat(tables("縣市,戶數,人口\n甲,10,20\n乙,30,40\n丙,30,40\n\n丁,5,6\n戊,7,8\n\n合計,82,114\n")).hasSize(1);
    }

    @Test
    void findsSecondTablesFarBelow() {
        var rows = new StringBuilder("縣市,戶數,人口\n");
        for (int i = 0; i < 1_000; i++) {
            rows.append("村").append(i).append(",1,2\n");
        }
        var tables = tables(rows + "\n車種,數量\n汽車,5\n機車,6\n");
        assertThat(tables).extracting(TableProfile::rows).containsExactly(1_000L, 2L);
    }

    @Test
    void findsTracesOfMergedCells() {
        var text = "縣市,區,數量\n臺北市,信義區,1\n,大安區,2\n,中山區,3\n新北市,板橋區,4\n,三重區,5\n";
        assertThat(codes(text)).containsExactly("merged-cell×3");
        assertThat(codes("備註,區,數量\n,信義區,1\n,大安區,2\n好,中山區,3\n,板橋區,4\n")).isEmpty();
    }

    @Test
    void findsValuesOfAnotherType() {
        var numbers = "1\n2\n3\n4\n5\n6\n7\n8\n9\n約十\n10\n".lines().map(value -> "甲," + value + "\n").collect(Collectors.joining());
        assertThat(lines("k,v\n" + numbers, AnomalyCode.MIXED_TYPE)).containsExactly(11L);
        assertThat(codes("k,v\n甲,1\n乙,x2\n丙,3\n")).isEmpty();
    }

    @Test
    void findsDatesThatNoCalendarHas() {
        assertThat(lines("k,v\n甲,2023-02-28\n乙,2023-02-30\n丙,112/13/1\n", AnomalyCode.IMPOSSIBLE_DATE)).containsExactly(3L, 4L);
        assertThat(lines("k,日期\n甲,20230228\n乙,20230230\n丙,20230301\n丁,20230302\n戊,20230303\n己,20230304\n庚,20230305\n辛,20230306\n壬,20230307\n癸,20230308\n子,20230309\n", AnomalyCode.IMPOSSIBLE_DATE))
                .containsExactly(3L);
        assertThat(codes("k,編號\n甲,20231301\n乙,20231302\n")).isEmpty();
    }

    @Test
    void findsYearsThatAreSlips() {
        assertThat(lines("k,日期\n甲,1015-07-22\n乙,1900-01-01\n丙,1899-12-31\n", AnomalyCode.IMPOSSIBLE_DATE)).containsExactly(2L, 4L);
    }

    @Test
    void tellsUnitsAndBlankRowsAboveTheHeader() {
        var text = "各年地價稅統計表,,\n,,\n,單位：戶、公頃,\n年度,戶數,面積\n110,5,1.5\n111,6,1.7\n";
        assertThat(codes(text)).containsExactly("blank-row×1", "title-line×1", "unit-row×1");
        assertThat(lines(text, AnomalyCode.BLANK_ROW)).containsExactly(2L);
        assertThat(lines(text, AnomalyCode.UNIT_ROW)).containsExactly(3L);
        assertThat(Facts.table(text)).returns(4L, TableProfile::headerLine).returns(2L, TableProfile::rows);
    }

    @Test
    void findsWhatWouldRunAsAFormula() {
        assertThat(lines("k,v\n甲,=SUM(A1:A2)\n乙,@SUM(1)\n丙,+886-2-23456789\n丁,-5\n戊,=\n", AnomalyCode.FORMULA_LIKE_VALUE))
                .containsExactly(2L, 3L);
    }

    @Test
    void findsStrayQuotesAndReadsOn() {
        var text = "a,b\n1,\"他說\"好\"的\"\n2,5\" 管\n3,\"x\"\n";
        assertThat(lines(text, AnomalyCode.STRAY_QUOTE)).containsExactly(2L, 3L);
        assertThat(Facts.table(text).rows()).isEqualTo(3);
    }

    @Test
    void doesNotLetAnOpenQuoteSwallowRows() {
        var text = "a,b\n1,\"甲\n2,乙\n3,\"丙\"\n4,丁\n";
        assertThat(Facts.table(text).rows()).isEqualTo(4);
        assertThat(codes(text)).containsExactly("unclosed-quote×1");
        var cut = "a,b\n1,\"甲\"\n2,\"臺北市";
        assertThat(Facts.table(cut).rows()).isEqualTo(2);
        assertThat(codes(cut)).containsExactly("unclosed-quote×1");
    }

    @Test
    void readsLineBreaksInsideQuotesAndCountsLinesOn() {
        var text = "a,b\n1,\"第一行\n第二行\"\n2,x,y\n";
        assertThat(lines(text, AnomalyCode.RAGGED_ROW)).containsExactly(4L);
    }

    @Test
    void knowsBackslashesAndComments() {
        var escaped = "a,b\n1,\"他說 \\\"好\\\" 的\"\n2,\"x\"\n";
        assertThat(Facts.table(escaped).dialect()).isEqualTo(new Dialect(',', '"', '\\', '\0', "LF"));
        assertThat(Facts.column(escaped, "b").top().getFirst().value()).isEqualTo("他說 \"好\" 的");
        var commented = "# 資料來源：某局\na,b\n1,2\n# 補註\n3,4\n";
        assertThat(Facts.table(commented).dialect().comment()).isEqualTo('#');
        assertThat(lines(commented, AnomalyCode.COMMENT_LINE)).containsExactly(1L, 4L);
        assertThat(Facts.table(commented).rows()).isEqualTo(2);
        assertThat(Facts.table("#編號,值\n1,2\n3,4\n").header()).containsExactly("#編號", "值");
    }

    @Test
    void knowsUnusualDelimiters() {
        assertThat(Facts.table("name:uid:home\nroot:0:/root\nbin:1:/bin\n").dialect().delimiter()).isEqualTo(':');
        var aligned = "站名    溫度   雨量\n甲站    21.5   3\n乙站    22.0   0\n";
        assertThat(Facts.table(aligned).header()).containsExactly("站名", "溫度", "雨量");
        assertThat(Facts.table(aligned).dialect().delimiter()).isEqualTo(' ');
        assertThat(Facts.table("121.5 25.0 3\n121.6 25.1 4\n121.7 25.2 5\n").columns()).hasSize(3);
    }

    @Test
    void saysWhereLinesEndOtherwise() {
        var text = "a,b\r\n1,2\r\n3,4\n5,6\r\n";
        assertThat(Facts.table(text).dialect().lineEnd()).isEqualTo("mixed");
        assertThat(lines(text, AnomalyCode.MIXED_LINE_ENDS)).containsExactly(3L);
    }

    @Test
    void keepsTitleNotesAndTotalsOutOfTheHeader() {
        var text = "某縣統計,,\n,,單位：千元\n區,金額,人數\n甲區,1,2\n乙區,3,4\n總計,4,6\n註：含外籍,,\n";
        var table = Facts.table(text);
        assertThat(table.headerLine()).isEqualTo(3);
        assertThat(table.rows()).isEqualTo(2);
        assertThat(Facts.codes(table.anomalies())).containsExactly("footer-line×1", "title-line×1", "total-row×1", "unit-row×1");
    }

    @Test
    void saysThatThereIsNoHeader() {
        assertThat(codes("09,007,A001\n10,013,A002\n10,018,A003\n")).containsExactly("no-header×1");
    }

    @Test
    void saysAtWhichByteALineBegins() {
        assertThat(offsets("\uFEFFa,b\r\n1,2\r\n3\r\n".getBytes(StandardCharsets.UTF_8))).containsExactly(13L);
        assertThat(offsets("甲,乙\n1,\"x\ny\"\n3\n".getBytes(Facts.CP950))).containsExactly(14L);
        assertThat(offsets("a,b\r1,2\r3\r".getBytes(StandardCharsets.UTF_8))).containsExactly(8L);
        assertThat(offsets("\uFEFF甲\t乙\r\n1\t2\r\n3\r\n".getBytes(StandardCharsets.UTF_16LE))).containsExactly(22L);
        assertThat(offsets("甲\t乙\n1\t2\n3\n".getBytes(StandardCharsets.UTF_16BE))).containsExactly(16L);
    }

    private static List<Long> offsets(byte[] bytes) {
        return ((Content.Tables) Facts.of(bytes).content())
                .tables().getFirst().anomalies().stream()
                        .filter(anomaly -> anomaly.code() == AnomalyCode.RAGGED_ROW)
                        .flatMap(anomaly -> anomaly.samples().stream())
                        .map(Place::offset)
                        .toList();
    }

    @Test
    void saysWherePositionsLie() {
        var facts = Facts.of("站,經度,緯度\n甲,121.5,25.03\n乙,120.2,22.99\n丙,0,0\n丁,25.03,121.5\n");
        var geo = facts.geo().orElseThrow();
        assertThat(geo.crs()).contains("EPSG:4326");
        assertThat(geo.stated()).isFalse();
        assertThat(geo.positions()).isEqualTo(4);
        assertThat(geo.insideTaiwan()).isEqualTo(2);
        assertThat(Facts.codes(geo.anomalies())).containsExactly("outside-taiwan×1", "swapped-coordinates×1");
        assertThat(geo.areas()).extracting(area -> area.value()).contains("63000", "67000");
    }

    @Test
    void turnsMetresOfTwd97IntoPlaces() {
        var geo = Facts.of("站,X坐標,Y坐標\n臺北車站,302188.5,2771512.1\n臺東縣政府,264791.05,2516914.25\n").geo().orElseThrow();
        assertThat(geo.crs()).contains("EPSG:3826");
        assertThat(geo.box()).contains(new GeoProfile.Box("264791.05", "2516914.25", "302188.5", "2771512.1"));
        assertThat(geo.insideTaiwan()).isEqualTo(2);
        assertThat(geo.areas()).extracting(area -> area.value()).contains("63000", "10014");
    }
}
