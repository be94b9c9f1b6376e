package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.LangText;
import tw.touchstone.search.SearchResult.Note;

/// Which spellings find a dataset and which must not. Order is not looked at here.
class RecallIT {

    private static final Synonyms SYNONYMS = new Synonyms(List.of(
            List.of("空氣污染", "空污", "air pollution"), List.of("公車", "客運"), List.of("AQI", "空氣品質指標")));

    @TempDir
    Path directory;

    private record Expected(String title, List<String> finds, List<String> doesNotFind) {}

    private static final List<Expected> TABLE = List.of(
            new Expected(
                    "全國空氣品質監測站即時資料",
                    List.of("空氣品質", "空气品质", "氣品", "全國空氣", "即時資料", "質", "空氣 監測", "\"空氣品質監測\"", "空氣 -水質"),
                    List.of("品空", "\"監測空氣\"", "空氣 -即時", "水質", "國全")),
            new Expected(
                    "臺北市公車站牌位置",
                    List.of("台北", "臺北市", "北市公車", "客運", "北市客運", "台北 客運", "牌"),
                    List.of("台中", "台北客", "臺南", "\"客運\"")),
            new Expected("ＡＱＩ小時值", List.of("AQI", "aqi", "ａｑｉ", "空氣品質指標", "小時値", "AQI小時"), List.of("AQ", "QI")),
            new Expected("空污季報", List.of("空氣污染", "空气污染", "空汙", "air pollution", "季報"), List.of("水污")),
            new Expected("112年度PM2.5年平均值", List.of("112", "112年", "PM2.5", "pm2.5年平均", "年度"), List.of("12", "11年", "PM2")),
            new Expected(
                    "臺中市110年第3季空氣品質",
                    List.of("民國110年", "一一○年", "2021", "2021年空氣品質", "民國一百一十年空氣", "第三季", "110年度", "110", "title:2021", "标题:空气"),
                    List.of("109年", "2020", "第二季", "agency:空氣", "\"2021\"", "\"第三季\"")),
            new Expected("2021年三月份人口統計", List.of("110年", "民國110年人口", "3月", "三月", "人口"), List.of("111年", "二月", "3季")),
            new Expected("COVID-19疫苗接種", List.of("covid-19", "COVID 19", "疫苗", "covid-19疫苗"), List.of("covid-20", "19-covid")),
            new Expected("𠮷田街𠀀𠀁路燈", List.of("𠮷田", "𠀀𠀁", "𠀁路", "街"), List.of("𠀁𠀀", "吉田")),
            new Expected("空\u200B氣盒子\u00AD清單", List.of("空氣盒子", "盒子清單"), List.of("空氣清單")));

    @Test
    void findsWhatContainsTheTextAndNothingElse() {
        var softly = new SoftAssertions();
        try (var search = CatalogSearch.open(directory, SYNONYMS)) {
            for (int i = 0; i < TABLE.size(); i++) {
                search.apply(List.of(new IndexChange.Put(Entries.titled("d" + i, TABLE.get(i).title()))), i + 1);
            }
            for (int i = 0; i < TABLE.size(); i++) {
                for (var text : TABLE.get(i).finds()) {
                    softly.assertThat(exactly(search, text)).as("finds %s", text).contains("d" + i);
                }
                for (var text : TABLE.get(i).doesNotFind()) {
                    softly.assertThat(exactly(search, text)).as("does not find %s", text).doesNotContain("d" + i);
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void looksIntoEveryPartOfAnEntry() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            var plain = Entries.titled("moenv-7", LangText.of("測站", "Monitoring stations of Taiwan"));
            var described = Entries.described(
                    plain, "每小時更新，含經緯度。", List.of("空品", "懸浮微粒"), List.of("SiteName", "統一編號", "site_id"));
            var whole = Entries.by(described, "moenv", "環境部", List.of("環保署"));
            search.apply(List.of(new IndexChange.Put(whole)), 1);
            for (var text : List.of(
                    "測站", "station", "monitor", "每小時", "經緯度", "懸浮", "空品", "sitename", "統一編號", "site_id", "環境部",
                    "環保署", "环保署", "moenv-7", "MOENV-7", "測站 環保署 統一編號")) {
                assertThat(exactly(search, text)).as(text).containsExactly("moenv-7");
            }
            assertThat(exactly(search, "小時懸浮")).isEmpty();
        }
    }

    @Test
    void aNameFindsOnlyInItsPart() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            var described = Entries.described(
                    Entries.titled("a", "公司登記"), "含統一編號", List.of("商業"), List.of("公司名稱", "負責人"));
            var column = Entries.described(Entries.titled("b", "工廠登記"), "", List.of(), List.of("統一編號", "第3類電話"));
            search.apply(Entries.puts(List.of(
                    Entries.by(described, "moea", "經濟部", List.of()),
                    Entries.filed(column, List.of(), List.of("csv"), "gold", Entries.DAY, 0))), 1);
            assertThat(exactly(search, "統一編號")).containsExactly("b", "a");
            assertThat(exactly(search, "column:統一編號")).containsExactly("b");
            assertThat(exactly(search, "欄位:第3")).containsExactly("b");
            assertThat(exactly(search, "描述:統一編號")).containsExactly("a");
            assertThat(exactly(search, "統一編號 -機關:經濟部")).containsExactly("b");
            assertThat(exactly(search, "登記 label:>=silver")).containsExactly("b");
            assertThat(exactly(search, "-format:csv")).containsExactly("a");
            assertThat(exactly(search, "登記 modified:2026-03")).containsExactlyInAnyOrder("a", "b");
            assertThat(exactly(search, "登記 modified:<2026-03")).isEmpty();
        }
    }

    @Test
    void aPhraseDoesNotReachFromOneKeywordIntoTheNext() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            var entry = Entries.described(Entries.titled("a", "甲乙"), "", List.of("空", "氣", "水", "air", "quality"), List.of());
            search.apply(List.of(new IndexChange.Put(entry)), 1);
            assertThat(exactly(search, "\"air quality\"")).isEmpty();
            assertThat(exactly(search, "空氣")).isEmpty();
            assertThat(exactly(search, "氣")).containsExactly("a");
        }
    }

    @Test
    void theNearestAreOfferedWhereNothingHasEverything() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            search.apply(
                    Entries.puts(List.of(
                            Entries.titled("near", "臺北市空氣品質監測資料"),
                            Entries.titled("far", "高雄市路燈資料"),
                            Entries.titled("other", "圖書館"))),
                    1);
            var nearest = Entries.result(search.search(SearchQuery.of("台北空氣品質監測站")));
            assertThat(nearest.notes()).containsExactly(Note.NEAREST_ONLY);
            assertThat(Entries.ids(nearest)).containsExactly("near");
            var none = Entries.result(search.search(SearchQuery.of("完全沒有")));
            assertThat(none.notes()).isEmpty();
            assertThat(none.hits()).isEmpty();
        }
    }

    private static List<String> exactly(CatalogSearch search, String text) {
        var result = Entries.result(search.search(SearchQuery.of(text)));
        return result.notes().contains(Note.NEAREST_ONLY) ? List.of() : Entries.ids(result);
    }
}
