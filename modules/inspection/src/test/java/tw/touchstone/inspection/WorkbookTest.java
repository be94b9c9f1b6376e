package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.inspection.Workbooks.row;
import static tw.touchstone.inspection.Workbooks.sheet;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;

/// Sheets of XLSX, XLS and ODS, and every trouble that workbooks have beside those of tables.
class WorkbookTest {

    private static List<TableProfile> tables(ByteFacts facts) {
        assertThat(facts.content()).as(facts.toString()).isInstanceOf(Content.Tables.class);
        return ((Content.Tables) facts.content()).tables();
    }

    private static TableProfile only(byte[] workbook) {
        return tables(Facts.of(workbook)).getFirst();
    }

    private static TableProfile xlsx(String rows) {
        return only(Workbooks.xlsx(sheet(rows)));
    }

    @Test
    void readsASheetAsATable() {
        var facts = Facts.of(Workbooks.xlsx(sheet(row(1, "名稱", "地址") + row(2, "甲", "乙") + row(3, "丙", "丁"))));
        assertThat(facts)
                .returns(FileFormat.XLSX, ByteFacts::format)
                .returns(new Extent.Whole(), ByteFacts::extent)
                .returns("a ZIP with the members of XLSX", ByteFacts::formatEvidence);
        assertThat(tables(facts).getFirst())
                .returns("工作表1", TableProfile::name)
                .returns(Dialect.NONE, TableProfile::dialect)
                .returns(1L, TableProfile::headerLine)
                .returns(List.of("名稱", "地址"), TableProfile::header)
                .returns(2L, TableProfile::rows)
                .returns(List.of(), TableProfile::anomalies);
    }

    @Test
    void readsSharedTextsInRunsAndWithoutReadings() {
        var strings = "<si><t>名稱</t></si><si><r><t>圖書</t></r><r><t>館</t></r><rPh sb=\"0\" eb=\"1\"><t>としょ</t></rPh></si>";
        var rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>99</v></c></row>";
        var book = Workbooks.xlsx(
                "", "", strings, List.of("<sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/>"), List.of(sheet(rows)));
        assertThat(only(book))
                .returns(List.of("名稱"), TableProfile::header)
                .returns(1L, TableProfile::rows)
                .satisfies(table -> assertThat(table.columns().getFirst().min()).contains("圖書館"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy/m/d\"/></numFmts>', 164, 45000, DATE, 2023-03-15",
        "'', '', 14, 45000, DATE, 2023-03-15",
        "'', '', 14, 1, DATE, 1900-01-01",
        "'', '', 14, 59, DATE, 1900-02-28",
        "'', '', 14, 61, DATE, 1900-03-01",
        "'<workbookPr date1904=\"1\"/>', '', 14, 43538, DATE, 2023-03-15",
        "'', '', 22, 45000.5, DATE_TIME, 2023-03-15T12:00:00",
        "'', '', 27, 45000, DATE, 2023-03-15",
        "'', '<numFmts><numFmt numFmtId=\"165\" formatCode=\"[$-404]e/m/d;@\"/></numFmts>', 165, 45000, DATE, 2023-03-15",
        "'', '<numFmts><numFmt numFmtId=\"166\" formatCode=\"0.00_ \"/></numFmts>', 166, 45000, INTEGER, 45000",
        "'', '<numFmts><numFmt numFmtId=\"167\" formatCode=\"0.00E+00\"/></numFmts>', 167, 45000, INTEGER, 45000",
        "'', '', 0, 0.30000000000000004, DECIMAL, 0.3",
        "'', '', 0, 1.5E3, INTEGER, 1500",
    })
    void readsNumbersAsTheirFormatMeansThem(
            String properties, String formats, int format, String stored, ColumnType type, String text) {
        var styles = formats + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"" + format + "\"/></cellXfs>";
        var rows = row(1, "值") + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>" + stored + "</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>" + stored + "</v></c></row>";
        var book = Workbooks.xlsx(
                properties, styles, "", List.of("<sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/>"), List.of(sheet(rows)));
        assertThat(only(book).columns().getFirst())
                .returns(type, ColumnProfile::type)
                .returns(Optional.of(text), ColumnProfile::min);
    }

    @Test
    void saysWhatACellHides() {
        var rows = row(1, "名稱", "數量", "金額")
                + "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲</t></is></c>"
                + "<c r=\"B2\" t=\"e\"><v>#REF!</v></c><c r=\"C2\"><f>SUM(A1)</f></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>乙</t></is></c>"
                + "<c r=\"B3\" t=\"inlineStr\"><is><t>12.5</t></is></c><c r=\"C3\"><f>1+1</f><v>2</v></c></row>";
        var table = only(Workbooks.xlsx(sheet(
                "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"5\" max=\"16384\" hidden=\"true\"/></cols>",
                rows,
                "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")));
        assertThat(table.anomalies())
                .contains(
                        one(AnomalyCode.ERROR_CELL, 2, 2, "#REF!"),
                        one(AnomalyCode.FORMULA_WITHOUT_VALUE, 2, 3, ""),
                        one(AnomalyCode.HIDDEN_COLUMN, 0, 2, ""),
                        one(AnomalyCode.HIDDEN_ROW, 2, 0, ""),
                        one(AnomalyCode.MERGED_CELL, 1, 1, "A1:B1"),
                        one(AnomalyCode.NUMBER_AS_TEXT, 3, 2, "12.5"));
    }

    private static Anomaly one(AnomalyCode code, long line, int column, String seen) {
        return new Anomaly(code, 1, List.of(new Place("工作表1", line, column, -1, seen)));
    }

    @Test
    void takesCodesStoredAsTextForCodes() {
        var table = xlsx(row(1, "代碼", "電話") + row(2, "007", "0223456789") + row(3, "1234567890123456", "02-2345"));
        assertThat(Facts.codes(table.anomalies())).noneMatch(code -> code.startsWith("number-as-text"));
    }

    @Test
    void readsEverySheetAndSaysWhichAreHidden() {
        var book = Workbooks.xlsx(
                "",
                "",
                "",
                List.of(
                        "<sheet name=\"一\" sheetId=\"1\" r:id=\"r1\"/>",
                        "<sheet name=\"二\" sheetId=\"2\" state=\"veryHidden\" r:id=\"r2\"/>",
                        "<sheet name=\"空\" sheetId=\"3\" r:id=\"r3\"/>"),
                List.of(
                        sheet(row(1, "a", "b") + row(2, "x", "y")),
                        sheet(row(1, "c", "d") + row(2, "x", "y")),
                        sheet("")));
        var tables = tables(Facts.of(book));
        assertThat(tables).extracting(TableProfile::name).containsExactly("一", "二");
        assertThat(tables.getFirst().anomalies()).isEmpty();
        assertThat(tables.getLast().anomalies())
                .containsExactly(new Anomaly(AnomalyCode.HIDDEN_SHEET, 1, List.of(new Place("二", 0, 0, -1, "二"))));
    }

    @Test
    void findsSeveralTablesInOneSheet() {
        var tables = tables(Facts.of(Workbooks.xlsx(sheet(row(1, "年度", "件數")
                + row(2, "110", "5")
                + row(3, "111", "6")
                + row(6, "機關", "地址", "電話")
                + row(7, "甲局", "某路1號", "02-1")
                + row(8, "乙局", "某路2號", "02-2")
                + row(9, "丙局", "某路3號", "02-3")))));
        assertThat(tables)
                .extracting(TableProfile::header)
                .containsExactly(List.of("年度", "件數"), List.of("機關", "地址", "電話"));
    }

    @Test
    void doesNotCountCellsAndRowsThatSheetsLeaveOut() {
        var rows = row(1, "a", "b", "c") + row(2, "1", "2", "3") + row(3, "1") + row(4, "4", "5", "6")
                + "<row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/></row>";
        var table = xlsx(rows);
        assertThat(table.rows()).isEqualTo(3);
        assertThat(Facts.codes(table.anomalies())).noneMatch(code -> code.matches("(ragged|blank)-row.*"));
    }

    @Test
    void saysInWhichPartAWorkbookIsBroken() {
        var broken = (Content.Malformed) Facts.of(Workbooks.xlsx("<worksheet>\n<sheetData><row></sheetData>")).content();
        assertThat(broken.place().part()).isEqualTo("xl/worksheets/sheet1.xml");
        assertThat(broken.place().line()).isEqualTo(2);
    }

    @Test
    void readsTheOldFormat() {
        var facts = Facts.of(Workbooks.xls());
        assertThat(facts.format()).isEqualTo(FileFormat.XLS);
        var tables = tables(facts);
        assertThat(tables).extracting(TableProfile::name).containsExactly("站點", "暫存");
        var table = tables.getFirst();
        assertThat(table.header()).startsWith("名稱", "日期", "數量");
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns().get(1))
                .returns(ColumnType.DATE, ColumnProfile::type)
                .returns(Optional.of("2023-03-16"), ColumnProfile::min);
        assertThat(table.columns().get(2))
                .returns(ColumnType.DECIMAL, ColumnProfile::type)
                .returns(Optional.of("4.5"), ColumnProfile::max);
        assertThat(Facts.codes(table.anomalies())).contains("error-cell×1", "hidden-row×1", "merged-cell×1");
        assertThat(Facts.codes(tables.getLast().anomalies())).contains("hidden-sheet×1");
    }

    @Test
    void readsOpenDocument() {
        var cell = "<table:table-cell office:value-type=\"%s\" office:%s=\"%s\"><text:p>%s</text:p></table:table-cell>";
        var text = "<table:table-cell office:value-type=\"string\"><text:p>%s</text:p></table:table-cell>";
        var table = "<table:table table:name=\"站點\"><table:table-column table:number-columns-repeated=\"3\"/>"
                + "<table:table-row>" + text.formatted("名稱") + text.formatted("日期") + text.formatted("數量") + "</table:table-row>"
                + "<table:table-row table:number-rows-repeated=\"3\">" + text.formatted("甲")
                + cell.formatted("date", "date-value", "2023-03-15", "112/3/15")
                + cell.formatted("float", "value", "1234.5", "1,234.5")
                + "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"
                + "<table:table-row table:visibility=\"collapse\">" + text.formatted("乙")
                + cell.formatted("date", "date-value", "2023-03-16T00:00:00", "112/3/16")
                + "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\"><text:p>#DIV/0!</text:p></table:table-cell>"
                + "</table:table-row>"
                + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
                + "</table:table>";
        var facts = Facts.of(Workbooks.ods(table));
        assertThat(facts.format()).isEqualTo(FileFormat.ODS);
        var found = tables(facts).getFirst();
        assertThat(found.header()).containsExactly("名稱", "日期", "數量");
        assertThat(found.rows()).isEqualTo(4);
        assertThat(found.columns().get(1)).returns(ColumnType.DATE, ColumnProfile::type);
        assertThat(Facts.codes(found.anomalies())).contains("error-cell×1", "hidden-row×1");
    }

    @Test
    void repeatsRowsOfOpenDocumentOnlyAsFarAsASheetGoes() {
        var table = "<table:table table:name=\"x\"><table:table-row table:number-rows-repeated=\"2000000000\">"
                + "<table:table-cell table:number-columns-repeated=\"2000000000\" office:value-type=\"string\"><text:p>a</text:p></table:table-cell>"
                + "</table:table-row></table:table>";
        // As many cells as fit into a row, a million times, would be 17 thousand million: one column is enough here.
        var narrow = table.replace("table:number-columns-repeated=\"2000000000\"", "");
        assertThat(Facts.of(Workbooks.ods(narrow)).extent()).isEqualTo(new Extent.Partial("rows", 1 << 20));
    }

    @Test
    void saysThatAnOpenDocumentIsEncrypted() {
        var facts = Facts.of(Workbooks.ods("", "", "<m:file-entry><m:encryption-data/></m:file-entry>"));
        assertThat(facts).returns(FileFormat.ODS, ByteFacts::format).returns(new Content.Encrypted(), ByteFacts::content);
    }
}
