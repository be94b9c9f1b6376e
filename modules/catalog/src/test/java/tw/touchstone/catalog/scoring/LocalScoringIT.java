package tw.touchstone.catalog.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.Label;
import tw.touchstone.quality.NationalVerdict.Flags;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.vocabulary.Vocabularies;

/// An imaginary dataset in the layout in which the national engine's verdicts are kept (catalogue rows, a folder for each
/// dataset with its file and its recorded verdict), and a faulted twin for every flag.
class LocalScoringIT {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Charset BIG5 = Charset.forName("x-windows-950");
    private static final String FIELDS = "主管機關;中心名稱;連絡電話;地址;X坐標;Y坐標;備註";
    private static final String TABLE = FIELDS.replace(';', ',') + "\r\n"
            + "澎湖縣政府,第一活動中心,(06)9270000,澎湖縣馬公市一號,119.57,23.57,\r\n"
            + "澎湖縣政府,第二活動中心,(06)9270001,澎湖縣馬公市二號,119.58,23.56,週一休館\r\n";
    private static final Flags ALL_ONES = new Flags(1, 1, 1, 1, 1, 1);

    @TempDir
    private Path folder;

    private LocalScoring scoring;

    @BeforeEach
    void load() {
        scoring = new LocalScoring(Vocabularies.load());
    }

    @Test
    void aFaultlessFileIsAllOnesWithItsEncodingFieldsAndRows() throws IOException {
        dataset("90001", "UTF-8", FIELDS, ("\ufeff" + TABLE).getBytes(StandardCharsets.UTF_8), 1);

        var scored = only();

        assertThat(scored.verdict().dataset()).isEqualTo(ALL_ONES);
        var resource = scored.verdict().distributions().getFirst();
        assertThat(resource.encoding()).isEqualTo("UTF-8");
        assertThat(resource.fields()).containsExactly(FIELDS.split(";"));
        assertThat(resource.amount()).isEqualTo(2);
        assertThat(resource.fileType()).isEqualTo("csv");
        assertThat(label114(scored).label()).contains(Label.PLATINUM);
        assertThat(scored.unread()).isEmpty();
    }

    @Test
    void big5IsNoFaultWhereItIsDeclared() throws IOException {
        dataset("90001", "BIG5", FIELDS, TABLE.getBytes(BIG5), 1);

        assertThat(only().verdict().dataset()).isEqualTo(ALL_ONES);
        assertThat(only().verdict().distributions().getFirst().encoding()).isEqualTo("BIG5");
    }

    @Test
    void aDeadLinkLeavesNothingToJudge() throws IOException {
        dataset("90001", "UTF-8", FIELDS, TABLE.getBytes(StandardCharsets.UTF_8), 0);

        assertThat(only().verdict().dataset()).isEqualTo(new Flags(0, 2, 2, 2, 2, 2));
        assertThat(label114(only()).label()).contains(Label.NONE_FAILED);
    }

    @Test
    void anHtmlPageInsteadOfTheFileIsNotDownloadable() throws IOException {
        var page = "<!DOCTYPE html><html><head><title>維護中</title></head><body>系統維護中</body></html>";
        dataset("90001", "UTF-8", FIELDS, page.getBytes(StandardCharsets.UTF_8), 1);

        assertThat(only().verdict().dataset()).isEqualTo(new Flags(1, 0, 2, 2, 2, 2));
    }

    @Test
    void aFileTranscodedUnderItsOldLabelFailsTheEncodingAndHidesTheFields() throws IOException {
        dataset("90001", "UTF-8", FIELDS, TABLE.getBytes(BIG5), 1);

        assertThat(only().verdict().dataset()).isEqualTo(new Flags(1, 1, 1, 0, 2, 1));
    }

    @Test
    void theMetadataOfAnotherDatasetFailsTheFieldsAlone() throws IOException {
        dataset("90001", "UTF-8", "稅目別;本年度;上年度", TABLE.getBytes(StandardCharsets.UTF_8), 1);

        assertThat(only().verdict().dataset()).isEqualTo(new Flags(1, 1, 1, 1, 0, 1));
    }

    @Test
    void aFileWhoseHeaderWasCutOffFailsTheFieldsAlone() throws IOException {
        var cut = TABLE.substring(TABLE.indexOf('\n') + 1);
        dataset("90001", "UTF-8", FIELDS, cut.getBytes(StandardCharsets.UTF_8), 1);

        assertThat(only().verdict().dataset()).isEqualTo(new Flags(1, 1, 1, 1, 0, 1));
    }

    @Test
    void anUnstructuredFileFailsStructure() throws IOException {
        dataset("90001", "UTF-8", FIELDS, "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII), 1);

        assertThat(only().verdict().dataset().structure()).isZero();
        assertThat(label114(only()).label()).contains(Label.BRONZE);
    }

    @Test
    void withoutARecordedLinkTheLabelIsAtMost() throws IOException {
        dataset("90001", "UTF-8", FIELDS, TABLE.getBytes(StandardCharsets.UTF_8), 1);
        Files.delete(folder.resolve("90001").resolve("90001.[dq].json"));

        var card = label114(only());

        assertThat(card.label()).contains(Label.NONE_UNCHECKED);
        assertThat(card.atMost()).contains("platinum");
        assertThat(card.open().stream().map(gap -> gap.metric().id())).containsExactly("linkable");
    }

    @Test
    void aFileWithItsDescriptionBesideItIsScored() throws IOException {
        Files.writeString(folder.resolve("a.csv"), TABLE);
        Files.writeString(folder.resolve("a.csv.meta.json"), """
                {"title": {"zh-Hant-TW": "活動中心"}, "publisher": "moda",
                 "distributions": [{"format": "csv", "encoding": "UTF-8", "licence": "ogdl-1",
                   "fields": ["主管機關", "中心名稱"]}]}
                """);

        var scored = (ScoringOutcome.Scored) scoring.score(folder.resolve("a.csv"), NOW);

        assertThat(scored.datasets().getFirst().verdict().dataset()).isEqualTo(new Flags(2, 1, 1, 1, 1, 1));
    }

    @Test
    void aDescriptionWithAnErrorIsRefusedWithLineAndField() throws IOException {
        Files.writeString(folder.resolve("a.csv"), TABLE);
        Files.writeString(folder.resolve("a.csv.meta.json"), "{\"title\": {\"zh-Hant-TW\": \"甲\"},\n\"colour\": 1}");

        assertThat(scoring.score(folder.resolve("a.csv"), NOW))
                .isInstanceOfSatisfying(
                        ScoringOutcome.Unusable.class,
                        unusable -> assertThat(unusable.message()).contains("a.csv.meta.json:2", "colour"));
    }

    @Test
    void whatIsNotDescribedIsSaidToBeSo() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "x");

        assertThat(scoring.score(folder, NOW)).isInstanceOf(ScoringOutcome.Unusable.class);
        assertThat(scoring.score(folder.resolve("nowhere"), NOW)).isInstanceOf(ScoringOutcome.Unusable.class);
    }

    private ScoredDataset only() {
        return switch (scoring.score(folder, NOW)) {
            case ScoringOutcome.Scored scored -> {
                assertThat(scored.datasets()).hasSize(1);
                yield scored.datasets().getFirst();
            }
            case ScoringOutcome.Unusable unusable -> throw new AssertionError(unusable.message());
        };
    }

    private static Scorecard label114(ScoredDataset scored) {
        return scored.scorecards().stream()
                .filter(card -> card.policy().id().equals("label-114"))
                .findFirst()
                .orElseThrow();
    }

    private void dataset(String id, String encoding, String fields, byte[] file, int linkable) throws IOException {
        var url = "http://data.example/files/" + id + ".csv";
        var row = List.of(
                id, "活動中心", "公共資訊", "CSV", url, encoding, "rawData", "活動中心清冊", fields, "澎湖縣政府", "不定期",
                "政府資料開放授權條款-第1版", "", "免費", "", "", "2018/03/05 00:00", "2018/03/05 15:44", "");
        Files.writeString(
                folder.resolve("rows.csv"),
                "id,資料集名稱,服務分類,檔案格式,下載連結,編碼格式,資料類型,資料集描述,主要欄位說明,提供機關,更新頻率,授權方式,相關網址,計費方式,"
                        + "資料集提供機關聯絡人,資料集提供機關聯絡人電話,發布時間,修訂時間,備註\n"
                        + row.stream().collect(Collectors.joining(",")) + "\n");
        var own = Files.createDirectories(folder.resolve(id));
        Files.write(own.resolve("活動中心.csv"), file);
        Files.writeString(
                own.resolve(id + ".[dq].json"),
                "{\"data\":{\"result\":{\"resources\":{\"%s\":{\"resource\":{\"linkable\":%d}}}}}}".formatted(url, linkable));
    }
}
