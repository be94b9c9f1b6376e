package tw.touchstone.bench.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook (XLSX, ECMA-376) of one sheet of five columns, its texts shared as spreadsheet programs write them; the same
/// for the same number of rows.
final class MadeUpWorkbook {

    private static final String HEADER = "測站代碼,測站名稱,縣市,測值,年度";
    private static final String[] COUNTIES = {"臺北市", "新北市", "桃園市", "臺中市", "臺南市", "高雄市"};
    private static final int NAMES = 977;
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private MadeUpWorkbook() {}

    /// Writes a file with a header and so many rows below it; the codes, one to a row, are the shared texts that differ.
    static void write(Path file, int rows) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            part(zip, "[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE + "worksheet+xml\"/>"
                    + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + TYPE + "sharedStrings+xml\"/></Types>");
            part(zip, "_rels/.rels", related(DOCUMENT + "/officeDocument", "xl/workbook.xml", ""));
            part(zip, "xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOCUMENT
                    + "\"><sheets><sheet name=\"監測\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", related(
                    DOCUMENT + "/worksheet",
                    "worksheets/sheet1.xml",
                    "<Relationship Id=\"r2\" Type=\"" + DOCUMENT + "/sharedStrings\" Target=\"sharedStrings.xml\"/>"));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            texts(zip, rows);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            sheet(zip, rows);
        }
    }

    private static String related(String type, String target, String more) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + type + "\" Target=\""
                + target + "\"/>" + more + "</Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void texts(OutputStream zip, int rows) throws IOException {
        var out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        out.write("<sst xmlns=\"" + MAIN + "\">");
        for (var name : HEADER.split(",", -1)) {
            text(out, name);
        }
        for (var county : COUNTIES) {
            text(out, county);
        }
        for (int i = 0; i < NAMES; i++) {
            text(out, "第" + i + "監測站");
        }
        for (int i = 0; i < rows; i++) {
            text(out, String.format(Locale.ROOT, "S%07d", i));
        }
        out.write("</sst>");
        out.flush();
    }

    private static void text(Writer out, String text) throws IOException {
        out.append("<si><t>").append(text).write("</t></si>");
    }

    private static void sheet(OutputStream zip, int rows) throws IOException {
        var out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetData><row r=\"1\">");
        int headers = HEADER.split(",", -1).length;
        for (int column = 0; column < headers; column++) {
            shared(out, column, 1, column);
        }
        out.write("</row>");
        int names = headers + COUNTIES.length;
        for (int i = 0; i < rows; i++) {
            int row = i + 2;
            out.append("<row r=\"").append(Integer.toString(row)).write("\">");
            shared(out, 0, row, names + NAMES + i);
            shared(out, 1, row, names + i % NAMES);
            shared(out, 2, row, headers + i % COUNTIES.length);
            number(out, 3, row, i % 500 + "." + i % 10);
            number(out, 4, row, Integer.toString(2000 + i % 26));
            out.write("</row>");
        }
        out.write("</sheetData></worksheet>");
        out.flush();
    }

    private static void shared(Writer out, int column, int row, int text) throws IOException {
        out.append("<c r=\"").append((char) ('A' + column)).append(Integer.toString(row)).append("\" t=\"s\"><v>")
                .append(Integer.toString(text)).write("</v></c>");
    }

    private static void number(Writer out, int column, int row, String number) throws IOException {
        out.append("<c r=\"").append((char) ('A' + column)).append(Integer.toString(row)).append("\"><v>")
                .append(number).write("</v></c>");
    }
}
