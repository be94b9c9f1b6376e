package tw.touchstone.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/// Workbooks written by tests.
final class Workbooks {

    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private Workbooks() {}

    /// A worksheet with these rows.
    static String sheet(String rows) {
        return sheet("", rows, "");
    }

    static String sheet(String before, String rows, String behind) {
        return "<worksheet " + MAIN + ">" + before + "<sheetData>" + rows + "</sheetData>" + behind + "</worksheet>";
    }

    /// A workbook of one sheet, `工作表1`.
    static byte[] xlsx(String sheet) {
        return xlsx("", "", "", List.of("<sheet name=\"工作表1\" sheetId=\"1\" r:id=\"r1\"/>"), List.of(sheet));
    }

    /// @param properties `workbookPr`
    /// @param styles     inside `styleSheet`
    /// @param strings    inside `sst`
    /// @param stated     `sheet` elements, with r:id r1, r2, …
    static byte[] xlsx(String properties, String styles, String strings, List<String> stated, List<String> sheets) {
        var parts = new ArrayList<String>();
        parts.addAll(List.of("[Content_Types].xml", "<Types/>"));
        parts.addAll(List.of(
                "xl/workbook.xml",
                "<workbook " + MAIN
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" + properties
                        + "<sheets>" + String.join("", stated) + "</sheets></workbook>"));
        var relations = new StringBuilder("<Relationships>");
        for (int i = 1; i <= sheets.size(); i++) {
            relations.append("<Relationship Id=\"r%d\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                    .formatted(i, i));
            parts.addAll(List.of("xl/worksheets/sheet" + i + ".xml", sheets.get(i - 1)));
        }
        parts.addAll(List.of("xl/_rels/workbook.xml.rels", relations + "</Relationships>"));
        if (!styles.isEmpty()) {
            parts.addAll(List.of("xl/styles.xml", "<styleSheet " + MAIN + ">" + styles + "</styleSheet>"));
        }
        if (!strings.isEmpty()) {
            parts.addAll(List.of("xl/sharedStrings.xml", "<sst " + MAIN + ">" + strings + "</sst>"));
        }
        return Archives.zip(StandardCharsets.UTF_8, parts.toArray(String[]::new));
    }

    /// A row of texts.
    static String row(int number, String... texts) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < texts.length; i++) {
            row.append("<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted('A' + i, number, texts[i]));
        }
        return row + "</row>";
    }

    /// An OpenDocument spreadsheet with these tables.
    static byte[] ods(String tables) {
        return ods("", tables, "<manifest/>");
    }

    static byte[] ods(String styles, String tables, String manifest) {
        var content = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:automatic-styles>" + styles
                + "</office:automatic-styles><office:body><office:spreadsheet>" + tables
                + "</office:spreadsheet></office:body></office:document-content>";
        return Archives.zip(
                StandardCharsets.UTF_8,
                "mimetype",
                "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml",
                content,
                "META-INF/manifest.xml",
                manifest);
    }

    /// An Excel 97 workbook with a visible and a hidden sheet.
    static byte[] xls() {
        var out = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet("站點");
            var header = sheet.createRow(0);
            header.createCell(0).setCellValue("名稱");
            header.createCell(1).setCellValue("日期");
            header.createCell(2).setCellValue("數量");
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy/mm/dd"));
            for (int i = 1; i <= 3; i++) {
                var row = sheet.createRow(i);
                row.createCell(0).setCellValue("站" + i);
                var date = row.createCell(1);
                date.setCellValue(45_000 + i);
                date.setCellStyle(day);
                row.createCell(2).setCellValue(i * 1.5);
            }
            sheet.getRow(2).setZeroHeight(true);
            sheet.getRow(3).createCell(3).setCellErrorValue(FormulaError.NA);
            sheet.addMergedRegion(new CellRangeAddress(5, 6, 0, 1));
            var hidden = book.createSheet("暫存");
            hidden.createRow(0).createCell(0).setCellValue("x");
            book.setSheetHidden(1, true);
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
