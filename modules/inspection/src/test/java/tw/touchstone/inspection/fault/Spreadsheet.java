package tw.touchstone.inspection.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipOutputStream;

/// Writes the least XLSX and ODS files that spreadsheet programs read, part by part, so that each trouble can be planted
/// as those programs would store it.
final class Spreadsheet {

    /// A sheet: rows of cells, and the marks beside them.
    ///
    /// @param cells  by row and column; text that begins with `=` is kept raw as a cell's XML
    /// @param extra  raw XML behind the rows, for example merged ranges
    /// @param columns raw XML before the rows
    /// @param hiddenRows rows that are hidden, counted from 0
    record Sheet(String name, boolean hidden, List<List<String>> cells, String columns, String extra, List<Integer> hiddenRows) {

        static Sheet of(String name, List<List<String>> cells) {
            return new Sheet(name, false, cells, "", "", List.of());
        }
    }

    private Spreadsheet() {}

    static List<List<String>> cells(CleanTable table) {
        var all = new ArrayList<List<String>>();
        all.add(table.header());
        all.addAll(table.rows());
        return all;
    }

    static byte[] xlsx(List<Sheet> sheets) {
        Map<String, String> parts = new TreeMap<>();
        var overrides = new StringBuilder();
        var list = new StringBuilder();
        var relations = new StringBuilder();
        for (int i = 0; i < sheets.size(); i++) {
            var sheet = sheets.get(i);
            int n = i + 1;
            overrides.append(("<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"application/vnd.openxmlformats-"
                            + "officedocument.spreadsheetml.worksheet+xml\"/>").formatted(n));
            list.append("<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"rId%d\"/>"
                    .formatted(sheet.name(), n, sheet.hidden() ? " state=\"hidden\"" : "", n));
            relations.append(("<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                            + "worksheet\" Target=\"worksheets/sheet%d.xml\"/>").formatted(n, n));
            parts.put("xl/worksheets/sheet%d.xml".formatted(n), sheetXml(sheet));
        }
        relations.append("<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + "styles\" Target=\"styles.xml\"/>");
        parts.put("[Content_Types].xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/"
                + "package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
                + "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook"
                + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override "
                + "PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                + overrides + "</Types>");
        parts.put("_rels/.rels", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/"
                + "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006"
                + "/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put("xl/_rels/workbook.xml.rels", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas."
                + "openxmlformats.org/package/2006/relationships\">" + relations + "</Relationships>");
        parts.put("xl/workbook.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\"http://schemas.openxmlformats.org/"
                + "spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + list + "</sheets></workbook>");
        // Style 1 is a date.
        parts.put("xl/styles.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><styleSheet xmlns=\"http://schemas.openxmlformats.org/"
                + "spreadsheetml/2006/main\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\">"
                + "<border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf "
                + "numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        return zip(parts);
    }

    private static String sheetXml(Sheet sheet) {
        var rows = new StringBuilder();
        for (int r = 0; r < sheet.cells().size(); r++) {
            rows.append("<row r=\"%d\"%s>".formatted(r + 1, sheet.hiddenRows().contains(r) ? " hidden=\"1\"" : ""));
            var cells = sheet.cells().get(r);
            for (int c = 0; c < cells.size(); c++) {
                rows.append(cell(cells.get(c), (char) ('A' + c) + Integer.toString(r + 1)));
            }
            rows.append("</row>");
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
                + "main\">" + sheet.columns() + "<sheetData>" + rows + "</sheetData>" + sheet.extra() + "</worksheet>";
    }

    private static String cell(String value, String place) {
        if (value.isEmpty()) {
            return "";
        }
        if (value.startsWith("=")) {
            return value.substring(1).replace("@", place);
        }
        if (value.matches("-?(0|[1-9]\\d*)(\\.\\d+)?")) {
            return "<c r=\"%s\"><v>%s</v></c>".formatted(place, value);
        }
        return text(place, value);
    }

    private static String text(String place, String value) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, value);
    }

    /// A cell that keeps its digits as text.
    static String asText(String digits) {
        return "=" + text("@", digits);
    }

    /// A cell that shows an error.
    static String error(String error) {
        return "=<c r=\"@\" t=\"e\"><v>%s</v></c>".formatted(error);
    }

    /// A cell that keeps a day as its number since 1900.
    static String day(int serial) {
        return "=<c r=\"@\" s=\"1\"><v>%d</v></c>".formatted(serial);
    }

    static byte[] ods(List<Sheet> sheets) {
        var tables = new StringBuilder();
        for (var sheet : sheets) {
            tables.append("<table:table table:name=\"%s\">".formatted(sheet.name()));
            for (var row : sheet.cells()) {
                tables.append("<table:table-row>");
                for (var value : row) {
                    tables.append(odsCell(value));
                }
                // As programs write it: the rest of the row, once.
                tables.append("<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>");
            }
            tables.append("<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell "
                    + "table:number-columns-repeated=\"16384\"/></table:table-row></table:table>");
        }
        Map<String, String> parts = new TreeMap<>();
        parts.put("content.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
                + "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"><office:body>"
                + "<office:spreadsheet>" + tables + "</office:spreadsheet></office:body></office:document-content>");
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        return zip(parts);
    }

    private static String odsCell(String value) {
        if (value.isEmpty()) {
            return "<table:table-cell/>";
        }
        return value.matches("-?(0|[1-9]\\d*)(\\.\\d+)?")
                ? "<table:table-cell office:value-type=\"float\" office:value=\"%1$s\"><text:p>%1$s</text:p></table:table-cell>"
                        .formatted(value)
                : "<table:table-cell office:value-type=\"string\"><text:p>%s</text:p></table:table-cell>".formatted(value);
    }

    private static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, UTF_8)) {
            for (var part : parts.entrySet()) {
                ArchiveFaults.add(zip, part.getKey(), part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
