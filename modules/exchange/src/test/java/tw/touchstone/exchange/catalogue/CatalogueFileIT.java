package tw.touchstone.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.model.SourceRef;

class CatalogueFileIT {

    @TempDir
    Path folder;

    @Test
    void readsEveryColumnOfTheNationalExport() {
        var imported = ImportedFile.of("national.csv");
        var id = new DatasetId("900001");
        var agency = KnownTerms.agencyNamed("試驗市水利局");
        var fields = List.of(FieldDescription.named("日期"), FieldDescription.named("水位"));
        var expected = Dataset.of(id, new SourceRef("national", "900001"), LangText.zh("試驗市水庫水位"))
                .description(LangText.zh("每日水位。\n單位為公尺。"))
                .publisher(Optional.of(agency.id()))
                .themes(List.of(KnownTerms.PUBLIC_INFORMATION))
                .frequency(Frequency.parse("P1Y"))
                .issued(Optional.of(Instant.parse("2017-09-12T07:49:25Z")))
                .modified(Optional.of(Instant.parse("2025-02-05T08:08:00Z")))
                .contact(Optional.of(new ContactPoint(Optional.empty(), Optional.empty(), Optional.of("02-00000000"))))
                .landingPage(Optional.of(URI.create("https://water.example.tw/")))
                .distributions(List.of(
                        distribution(id, 1, "https://data.example.tw/water.csv", FileFormat.CSV, "56", fields),
                        distribution(id, 2, "https://data.example.tw/water.json", FileFormat.JSON, "57", fields)))
                .nationalFields(Map.of(
                        "資料提供屬性", "檔案資料",
                        "品質檢測", "白金",
                        "資料集上架方式", "系統介接程式",
                        "主要欄位說明", "日期、水位",
                        "計費方式", "免費",
                        "提供機關聯絡人姓名", "(masked)",
                        "備註", "無"))
                .build();

        assertThat(imported.draft("900001"))
                .isEqualTo(new CatalogueItem.Draft(
                        2, expected, Optional.of(agency), List.of(), new UrlCounts(2, 2, 0, 0, 0, 0, 0)));
        assertThat(imported.draft("900002").line()).isEqualTo(4);
        assertThat(imported.file().layout()).isEqualTo("national export, CSV, UTF-8");
    }

    private static Distribution distribution(
            DatasetId id, int number, String url, FileFormat format, String amount, List<FieldDescription> fields) {
        return Distribution.of(new DistributionId(id, number))
                .downloadUrl(Optional.of(URI.create(url)))
                .format(Optional.of(format))
                .encoding(Optional.of("UTF-8"))
                .licence(Optional.of(KnownTerms.OGDL))
                .fields(fields)
                .nationalFields(Map.of("資料量", amount))
                .build();
    }

    @Test
    void readsColumnsInAnyOrderAndKeepsUnknownOnes() {
        var dataset = ImportedFile.of("national-delta.csv").draft("900003").dataset();

        assertThat(dataset.nationalFields()).isEqualTo(Map.of("資料集變動狀態", "修改", "資料集上架方式", "原始資料"));
        assertThat(dataset.distributions()).singleElement().satisfies(distribution -> {
            assertThat(distribution.format()).isEmpty();
            assertThat(distribution.downloadUrl()).contains(URI.create("https://data.example.tw/parking.csv"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"older.csv", "records.json", "records.xml"})
    void readsTheOlderNationalLayoutInAllThreeSyntaxes(String fixture) {
        var dataset = ImportedFile.of(fixture).draft("19001").dataset();

        assertThat(dataset.source()).isEqualTo(new SourceRef("national", "19001"));
        assertThat(dataset.title()).isEqualTo(LangText.zh("旅客人數"));
        assertThat(dataset.issued()).contains(Instant.parse("2015-08-12T08:40:36Z"));
        assertThat(dataset.modified()).contains(Instant.parse("2016-05-24T01:39:03Z"));
        assertThat(dataset.frequency()).isEqualTo(Frequency.parse("P1Y"));
        assertThat(dataset.contact()).isEmpty();
        assertThat(dataset.nationalFields())
                .isEqualTo(Map.of(
                        "主要欄位說明", "月、人數",
                        "授權說明網址", "http://data.example.tw/license",
                        "計費方式", "免費",
                        "資料類型", "rawData",
                        "提供機關聯絡人姓名", "(masked)",
                        "提供機關聯絡人電話", "(masked)"));
        var first = dataset.distributions().getFirst();
        assertThat(first.downloadUrl()).contains(URI.create("http://tour.example.tw/1.csv"));
        assertThat(first.format()).contains(FileFormat.CSV);
        assertThat(first.encoding()).contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"records.json", "records.xml"})
    void gluesAUrlThatACommaToreApart(String fixture) {
        var imported = ImportedFile.of(fixture);

        assertThat(imported.draft("19001").dataset().distributions())
                .extracting(Distribution::downloadUrl, Distribution::format)
                .containsExactly(
                        tuple(
                                Optional.of(URI.create("http://tour.example.tw/1.csv")), Optional.of(FileFormat.CSV)),
                        tuple(
                                Optional.of(URI.create("http://tour.example.tw/2?xy=1,2")),
                                Optional.of(FileFormat.JSON)));
        assertThat(imported.report().urls()).isEqualTo(new UrlCounts(3, 1, 1, 1, 0, 0, 0));
        assertThat(imported.file().unit()).isEqualTo("record");
    }

    @Test
    void readsTaipeisLayoutInBig5UnderItsOwnSource() {
        var imported = ImportedFile.of("taipei-big5.csv");
        var dataset = imported.draft("taipei-1").dataset();

        assertThat(imported.file().layout()).isEqualTo("Taipei 2018, CSV, x-windows-950");
        assertThat(dataset.source()).isEqualTo(new SourceRef("taipei", "1"));
        assertThat(dataset.title()).isEqualTo(LangText.zh("市場行情"));
        assertThat(dataset.keywords()).containsExactly("行情", "市場");
        assertThat(dataset.temporal())
                .contains(new Period(Optional.of(LocalDate.of(2018, 6, 11)), Optional.empty()));
        assertThat(dataset.nationalFields())
                .containsEntry("收錄期間(迄)", "107-06-24")
                .containsEntry("檔案格式", "CSV,ods")
                .containsEntry("資料來源", "市府");
        assertThat(dataset.distributions()).singleElement().satisfies(each -> {
            assertThat(each.accessUrl()).contains(URI.create("https://data.example.tw/page?id=4"));
            assertThat(each.downloadUrl()).isEmpty();
        });
        assertThat(imported.draft("taipei-1").notes())
                .extracting(Note::kind)
                .containsExactly(NoteKind.DATE_UNUSABLE, NoteKind.LIST_LENGTH_MISMATCH);
    }

    @Test
    void makesAnIdentifierThatIsTheSameAtEveryImport() {
        var first = ImportedFile.of("taipei-big5.csv").items();
        var second = ImportedFile.of("taipei-big5.csv").items();

        assertThat(first).isEqualTo(second).hasSize(3).doesNotHaveDuplicates();
        assertThat(first.stream().skip(1))
                .allSatisfy(item -> assertThat(((CatalogueItem.Draft) item).dataset().id().value())
                        .matches("taipei-x[0-9a-f]{16}"));
        assertThat(((CatalogueItem.Draft) first.get(2)).dataset().source().identifier()).isEqualTo("2 之 1");
    }

    @Test
    void anotherSourceNeverGetsBareNumbers() {
        var opened = CatalogueFile.open(
                ImportedFile.fixture("national.csv"), new KnownTerms(), Optional.of("mirror"));

        assertThat(opened).isInstanceOfSatisfying(CatalogueFile.Opened.class, file -> {
            try (var rows = file.rows(OnConflict.FIRST)) {
                assertThat(rows.next()).get().isInstanceOfSatisfying(CatalogueItem.Draft.class, draft -> {
                    assertThat(draft.dataset().id()).isEqualTo(new DatasetId("mirror-900001"));
                    assertThat(draft.dataset().source()).isEqualTo(new SourceRef("mirror", "900001"));
                });
            }
        });
    }

    @Test
    void refusesToTakeTaipeisNumbersForNationalOnes() {
        assertThat(CatalogueFile.open(
                        ImportedFile.fixture("taipei-big5.csv"), new KnownTerms(), Optional.of("national")))
                .isEqualTo(new CatalogueFile.UnusableSource(
                        "the identifiers of a Taipei 2018 file cannot be those of the source 'national'"));
        assertThat(CatalogueFile.open(ImportedFile.fixture("national.csv"), new KnownTerms(), Optional.of("A b")))
                .isEqualTo(new CatalogueFile.UnusableSource(
                        "a source is named by lower-case letters, digits and '-', not 'A b'"));
    }

    @Test
    void namesWhatItSawInAnUnknownLayout() throws IOException {
        assertThat(open("站名,經度,緯度\n甲,1,2\n"))
                .isEqualTo(new CatalogueFile.UnknownLayout(
                        "no catalogue layout that can be read; it needs an identifier, a title and a URL column;"
                                + " seen as CSV UTF-8: the columns 站名, 經度, 緯度"));
        assertThat(open("")).isInstanceOf(CatalogueFile.UnknownLayout.class);
        assertThat(open("{\"a\":")).isInstanceOf(CatalogueFile.UnknownLayout.class);
        assertThat(open("<a><b/></a>")).isInstanceOf(CatalogueFile.UnknownLayout.class);
        assertThat(open("\u0000\u0001\u0002")).isInstanceOf(CatalogueFile.UnknownLayout.class);
    }

    private CatalogueFile.Opening open(String text) throws IOException {
        return CatalogueFile.open(
                Files.writeString(folder.resolve("file"), text), new KnownTerms(), Optional.empty());
    }
}
