package tw.touchstone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;

class NationalTermsTest {

    private static final NationalTerms TERMS = Vocabularies.load().nationalTerms();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            每1日|P1D
            每日|P1D
            每天|P1D
            每 1 日|P1D
            每１日|P1D
            日|P1D
            每日更新|P1D
            每日1次|P1D
            每日更新一次|P1D
            每7日|P7D
            每週|P7D
            每周|P7D
            每週一|P7D
            每1週|P7D
            每2週|P14D
            每兩週|P14D
            每星期|P7D
            每旬|P10D
            每半月|P15D
            每1月|P1M
            每月|P1M
            每個月|P1M
            每3個月|P3M
            每2月|P2M
            每季|P3M
            季|P3M
            每半年|P6M
            半年|P6M
            每6月|P6M
            每學期|P6M
            每1年|P1Y
            每年|P1Y
            每年度|P1Y
            年|P1Y
            每年更新一次|P1Y
            每二年|P2Y
            每十年|P10Y
            每十二個月|P12M
            每1分|PT1M
            即時|PT1M
            即時更新|PT1M
            每10分鐘|PT10M
            每10分|PT10M
            每小時|PT1H
            每年2次|P6M
            1日2次|PT12H
            每1時|PT1H
            每24小時|PT24H
            每半小時|PT30M
            每45分|PT45M
            不定期|irregular
            不定期更新|irregular
            不更新|never
            不再更新|never
            Daily|P1D
            monthly|P1M
            P4Y|P4Y
            {"regularupdate":"1","Frequency":"10","unittime":"分"}|PT10M
            {"Frequency":"1","unittime":"日"}|P1D
            {"regularupdate":"0","Frequency":"1","unittime":"日"}|irregular
            """)
    void readsAFrequency(String text, String code) {
        assertThat(TERMS.frequency(text).map(Frequency::code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "無", "每", "每0日", "每12345日", "每9999週", "每十十日", "每半", "每半季", "看心情", "10", "{}", "每月5日前"})
    void knowsNoFrequencyInOtherTexts(String text) {
        assertThat(TERMS.frequency(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            政府資料開放授權條款-第1版|ogdl-1
            政府資料開放授權條款－第１版|ogdl-1
            政府資料開放授權條款—第 1 版|ogdl-1
            政府資料開放授權條款第1版|ogdl-1
            政府資料開放授權條款-第一版|ogdl-1
            依政府資料開放授權條款-第1版|ogdl-1
            依政府資料開放授權條款|ogdl-1
            https://data.gov.tw/license|ogdl-1
            1|ogdl-1
            CC0|cc0-1.0
            CC0 1.0|cc0-1.0
            CC BY 4.0|cc-by-4.0
            CC-BY-4.0|cc-by-4.0
            cc by|cc-by-4.0
            CC BY-SA 4.0|cc-by-sa-4.0
            CC BY-NC|cc-by-nc-4.0
            https://creativecommons.org/licenses/by-sa/4.0/|cc-by-sa-4.0
            https://touchstone.tw/ns/licence/odbl-1.0|odbl-1.0
            OFL|ofl-1.1
            臺灣主權AI訓練語料授權條款-第1版|taiwan-ai-corpus-1
            台灣主權AI訓練語料授權條款—第1版|taiwan-ai-corpus-1
            """)
    void readsALicence(String text, String notation) {
        assertThat(TERMS.licence(text)).contains(URI.create("https://touchstone.tw/ns/licence/" + notation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "依菸酒管理法相關規定", "https://example.org/licence", "CC", "政府資料開放授權條款-第2版"})
    void knowsNoLicenceInOtherTexts(String text) {
        assertThat(TERMS.licence(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CSV,CSV", "csv,CSV", ".csv,CSV", "ＣＳＶ,CSV", "text/csv,CSV", "text/csv; charset=utf-8,CSV", "JSON,JSON", "XLSX,XLSX",
        "7Z,SEVEN_ZIP", "KMZ,KMZ", "WMS,WMS", "API,API", "OpenAPI,API", "WEBSERVICES,API", "SHP,SHP", "ZIP,ZIP",
        "jpg,JPEG", "TIF,TIFF", "GeoJSON,GEOJSON", "application/geo+json,GEOJSON", "JSON-LD,JSON_LD", "RDF,RDF_XML",
        "ODS,ODS", "RSS,RSS", "txt,TXT"
    })
    void readsAFormat(String text, FileFormat format) {
        assertThat(TERMS.format(text)).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BIN", "其他", "unknown", "application/octet-stream", "CSV;JSON", "http://[", "%"})
    void knowsNoFormatInOtherTexts(String text) {
        assertThat(TERMS.format(text)).isEmpty();
    }

    @Test
    void readsServicesThemesAndAreasByCodeOrName() {
        var publicInformation = URI.create("https://touchstone.tw/ns/service/I00");
        assertThat(TERMS.service("公共資訊")).contains(publicInformation);
        assertThat(TERMS.service("I00")).contains(publicInformation);
        assertThat(TERMS.service("i00 ")).contains(publicInformation);
        assertThat(TERMS.service("公共")).isEmpty();
        assertThat(TERMS.theme("氣候環境")).contains(URI.create("https://touchstone.tw/ns/theme/climate"));
        assertThat(TERMS.theme("電力供需")).contains(URI.create("https://touchstone.tw/ns/theme/power-supply"));
        assertThat(TERMS.area("台北市")).contains(URI.create("https://touchstone.tw/ns/area/63000"));
        assertThat(TERMS.area("臺北市")).contains(URI.create("https://touchstone.tw/ns/area/63000"));
        assertThat(TERMS.area("全國")).contains(URI.create("https://touchstone.tw/ns/area/TW"));
        assertThat(TERMS.area("新竹")).as("a county and a city").isEmpty();
        assertThat(TERMS.area("火星")).isEmpty();
    }
}
