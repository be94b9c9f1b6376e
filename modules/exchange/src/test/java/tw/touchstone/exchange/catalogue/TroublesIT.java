package tw.touchstone.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.exchange.catalogue.CatalogueItem.Refused;
import tw.touchstone.exchange.catalogue.CatalogueItem.Stopped;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;

class TroublesIT {

    private static final Limits SMALL = new Limits(2_000, 5, 100, 10_000);

    @TempDir
    Path folder;

    private final ImportedFile troubles = ImportedFile.of("troubles.csv");

    @Test
    void gluesASplitUrlAndTakesTheFormatOfItsFirstPiece() {
        var draft = troubles.draft("1");

        assertThat(draft.dataset().distributions())
                .extracting(Distribution::downloadUrl, Distribution::format)
                .containsExactly(
                        tuple(url("https://data.example.tw/a?x=0;3;&y=1"), Optional.of(FileFormat.CSV)),
                        tuple(url("https://data.example.tw/b"), Optional.of(FileFormat.JSON)));
        assertThat(draft.urls()).isEqualTo(new UrlCounts(4, 1, 1, 2, 0, 0, 0));
        assertThat(draft.notes())
                .containsExactly(
                        new Note(NoteKind.URL_GLUED, 2, "3 pieces: 'https://data.example.tw/a?x=0;3;&y=1'"));
    }

    @Test
    void repairsADirtyUrlAndNotesHowItWas() {
        var draft = troubles.draft("2");

        assertThat(draft.dataset().distributions().getFirst().downloadUrl())
                .isEqualTo(url("https://data.example.tw/%E6%AD%B2%E5%85%A5%20%E8%A1%A8.csv"));
        assertThat(draft.notes())
                .containsExactly(new Note(
                        NoteKind.URL_REPAIRED,
                        3,
                        "'https://data.example.tw/歲入 表.csv' became"
                                + " https://data.example.tw/%E6%AD%B2%E5%85%A5%20%E8%A1%A8.csv"));
    }

    @Test
    void refusesDeadUrlsAndKeepsTheirText() {
        var draft = troubles.draft("3");

        assertThat(draft.dataset().distributions()).hasSize(1);
        assertThat(draft.dataset().nationalFields())
                .isEqualTo(Map.of("資料下載網址", "mailto:a@example.tw;http://", "檔案格式", "CSV;PDF;CSV"));
        assertThat(draft.urls()).isEqualTo(new UrlCounts(3, 1, 0, 0, 0, 2, 0));
        assertThat(draft.notes())
                .containsExactly(
                        new Note(NoteKind.URL_REFUSED, 4, "not http, https or ftp: 'mailto:a@example.tw'"),
                        new Note(NoteKind.URL_REFUSED, 4, "no host: 'http://'"));
    }

    @Test
    void appliesOnlyWhatAllUrlsShareWhereListsDisagree() {
        var draft = troubles.draft("4");

        assertThat(draft.dataset().distributions())
                .extracting(Distribution::format, Distribution::encoding)
                .containsOnly(tuple(Optional.of(FileFormat.XML), Optional.empty()));
        assertThat(draft.dataset().nationalFields()).isEqualTo(Map.of("檔案格式", "XML", "編碼格式", "UTF-8;BIG5"));
        assertThat(draft.notes()).extracting(Note::kind).containsOnly(NoteKind.LIST_LENGTH_MISMATCH);
    }

    @Test
    void keepsUnknownTermsVerbatim() {
        var draft = troubles.draft("5");

        assertThat(draft.dataset().nationalFields())
                .isEqualTo(Map.of(
                        "更新頻率", "隨時", "授權方式", "自訂", "服務分類", "其他", "上架日期", "107-03-31", "相關網址", "見官網"));
        assertThat(draft.dataset().distributions().getFirst().nationalFields())
                .isEqualTo(Map.of("檔案格式", "WEBSERVICES"));
        assertThat(draft.notes())
                .extracting(Note::kind)
                .containsExactlyInAnyOrder(
                        NoteKind.SERVICE_UNKNOWN,
                        NoteKind.FREQUENCY_UNKNOWN,
                        NoteKind.DATE_UNUSABLE,
                        NoteKind.LANDING_PAGE_UNUSABLE,
                        NoteKind.LICENCE_UNKNOWN,
                        NoteKind.FORMAT_UNKNOWN);
    }

    @Test
    void registersARepeatedUrlOnceAndARowWithoutAgency() {
        var draft = troubles.draft("6");

        assertThat(draft.dataset().distributions()).hasSize(1);
        assertThat(draft.publisher()).isEmpty();
        assertThat(draft.urls()).isEqualTo(new UrlCounts(2, 1, 0, 0, 1, 0, 0));
        assertThat(draft.notes())
                .extracting(Note::kind)
                .containsExactly(NoteKind.AGENCY_MISSING, NoteKind.URL_REPEATED);
    }

    @Test
    void refusesOnlyRowsWithoutUsableIdentifierOrTitleAndUnreadableOnes() {
        assertThat(troubles.others())
                .containsExactly(
                        refused(8, "", "no identifier", 2),
                        refused(9, "8", "no title", 1),
                        refused(10, "九", "not a usable identifier: '九'", 0),
                        refused(11, "", "23 fields under 22 column names", 0),
                        refused(13, "12", "7 fields under 22 column names, and the URL column holds something else", 1),
                        refused(14, "", "not valid CSV: text follows a closing quote", 0),
                        refused(16, "", "a quote is opened and never closed", 0));
    }

    @Test
    void readsAShortRowWhoseUrlIsThere() {
        assertThat(troubles.draft("11").notes())
                .extracting(Note::kind, Note::text)
                .contains(tuple(NoteKind.RAGGED_ROW, "7 fields under 22 column names"));
    }

    @Test
    void keepsBareNumbersForNumbers() {
        assertThat(troubles.draft("national-40157-xml").dataset().source().identifier())
                .isEqualTo("40157-xml");
    }

    @Test
    void goesOnBehindAnUnclosedQuote() {
        assertThat(troubles.draft("16").line()).isEqualTo(17);
    }

    @Test
    void theNumbersAddUp() {
        var report = troubles.report();

        assertThat(report.balanced()).isTrue();
        assertThat(report.rows()).isEqualTo(16);
        assertThat(report.datasets()).isEqualTo(9);
        assertThat(report.text())
                .contains("rows             16 read = 9 datasets + 0 merged + 0 conflicting + 7 refused")
                .contains("refused   line 9: 8: no title");
        assertThat(report.json()).contains("\"refused\":7").contains("\"url-glued\":{\"count\":1");
    }

    @Test
    void addsTheCataloguesFindings() {
        var report = troubles.report().plus(Map.of("title-en", 3L)).plus(Map.of("title-en", 4L, "licence", 1L));

        assertThat(report.findings()).isEqualTo(Map.of("licence", 1L, "title-en", 7L));
        assertThat(report.text()).contains("finding           7 title-en");
    }

    @Test
    void keepsARowWithDamagedBytesAndSaysWhere() throws IOException {
        var bytes = "資料集識別碼,資料集名稱,資料下載網址\n1,好?的,https://data.example.tw/a\n"
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xFF : bytes[i];
        }
        var imported = read(bytes, Limits.DEFAULT);

        assertThat(imported.draft("1").dataset().title().toString()).isEqualTo("好\uFFFD的");
        assertThat(imported.draft("1").notes())
                .contains(new Note(NoteKind.TEXT_DAMAGED, 2, "characters were lost in 資料集名稱"));
    }

    @Test
    void stopsAtTooManyRowsAndSaysWhere() throws IOException {
        var imported = read(national("1,a,\n2,b,\n3,c,\n4,d,\n5,e,\n6,f,\n7,g,\n"), SMALL);

        assertThat(imported.items()).hasSize(6).last().isEqualTo(new Stopped(7, "more than 5 rows"));
        assertThat(imported.report().balanced()).isTrue();
        assertThat(imported.report().text()).contains("STOPPED at line 7: more than 5 rows");
    }

    @Test
    void stopsWhereTooMuchWaitsForALaterRow() throws IOException {
        var long60 = "x".repeat(60);
        var imported = read(national("1,%1$s,\n2,%1$s,\n2,%1$s,\n1,%1$s,\n".formatted(long60)), SMALL);

        assertThat(imported.others())
                .containsExactly(
                        new Stopped(3, "rows with repeated identifiers take more than 100 characters"));
        assertThat(imported.report().datasets()).isEqualTo(2);
    }

    @Test
    void aRecordThatIsTooLongEndsJsonAndXmlInsteadOfFillingMemory() throws IOException {
        var start = "[{\"資料集識別碼\":\"1\",\"資料集名稱\":\"a\",\"資料下載網址\":\"\"},{\"資料集名稱\":\"";
        var json = read((start + "x".repeat(300_000)).getBytes(StandardCharsets.UTF_8), new Limits(20_000, 5, 99, 99));
        var xml = read(
                ("<r><d><資料集識別碼>1</資料集識別碼><資料集名稱>a</資料集名稱><資料下載網址/></d><d><資料集名稱><![CDATA["
                                + "x".repeat(300_000))
                        .getBytes(StandardCharsets.UTF_8),
                new Limits(20_000, 5, 99, 99));

        for (var imported : List.of(json, xml)) {
            assertThat(imported.items()).hasSize(2).last().isInstanceOfSatisfying(Stopped.class, stopped -> assertThat(
                            stopped.reason())
                    .startsWith("a record is longer than 20,000 characters (line 1"));
        }
    }

    @Test
    void jsonAndXmlThatBreakOffKeepWhatWasRead() throws IOException {
        var json = read(
                "[{\"資料集識別碼\":\"1\",\"資料集名稱\":\"a\",\"資料下載網址\":\"\"},7,{]"
                        .getBytes(StandardCharsets.UTF_8),
                Limits.DEFAULT);

        assertThat(json.items()).hasSize(3);
        assertThat(json.items().get(1)).isEqualTo(refused(2, "", "not an object", 0));
        assertThat(json.items().get(2)).isInstanceOf(Stopped.class);
    }

    @Test
    void resolvesNoEntityOfAnXmlFile() throws IOException {
        var file = Files.writeString(
                folder.resolve("file.xml"),
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><r><d><資料集識別碼>1</資料集識別碼>"
                        + "<資料集名稱>&x;</資料集名稱><資料下載網址/></d></r>");

        assertThat(CatalogueFile.open(file, new KnownTerms(), Optional.empty()))
                .isInstanceOf(CatalogueFile.UnknownLayout.class);
    }

    private ImportedFile read(byte[] bytes, Limits limits) throws IOException {
        return ImportedFile.of(Files.write(folder.resolve("file"), bytes), OnConflict.FIRST, limits);
    }

    private static byte[] national(String rows) {
        return ("資料集識別碼,資料集名稱,資料下載網址\n" + rows).getBytes(StandardCharsets.UTF_8);
    }

    private static Refused refused(long line, String identifier, String reason, int urls) {
        return new Refused(
                line,
                Optional.of(identifier).filter(text -> !text.isEmpty()),
                reason,
                new UrlCounts(urls, 0, 0, 0, 0, 0, urls));
    }

    private static Optional<URI> url(String text) {
        return Optional.of(URI.create(text));
    }
}
