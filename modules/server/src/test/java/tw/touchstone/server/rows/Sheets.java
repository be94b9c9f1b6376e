package tw.touchstone.server.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small workbooks and archives, written by hand. In a row, what is no `String` is stored as a number.
final class Sheets {

    private Sheets() {}

    /// A workbook of sheets, by their names. (ECMA-376 part 1, 18)
    static byte[] xlsx(Map<String, List<List<Object>>> sheets) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        var names = List.copyOf(sheets.keySet());
        var list = new StringBuilder();
        var relations = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            list.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>".formatted(names.get(i), i + 1, i));
            relations.append(("<Relationship Id=\"r%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                            + " Target=\"worksheets/sheet%d.xml\"/>")
                    .formatted(i, i));
        }
        parts.put("[Content_Types].xml", utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
        parts.put(
                "xl/workbook.xml",
                utf8("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + list + "</sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                utf8("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                        + "</Relationships>"));
        for (int i = 0; i < names.size(); i++) {
            parts.put("xl/worksheets/sheet" + i + ".xml", utf8(sheet(sheets.getOrDefault(names.get(i), List.of()))));
        }
        return zip(parts);
    }

    private static String sheet(List<List<Object>> rows) {
        var text = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            text.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                var place = (char) ('A' + c) + String.valueOf(r + 1);
                text.append(
                        rows.get(r).get(c) instanceof String cell
                                ? "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, cell)
                                : "<c r=\"%s\"><v>%s</v></c>".formatted(place, rows.get(r).get(c)));
            }
            text.append("</row>");
        }
        return text.append("</sheetData></worksheet>").toString();
    }

    /// A spreadsheet of one table. (OpenDocument 1.3 part 3, 9)
    static byte[] ods(String name, List<List<Object>> rows) throws IOException {
        var body = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell instanceof String text
                                ? "<table:table-cell office:value-type=\"string\"><text:p>%s</text:p></table:table-cell>".formatted(text)
                                : "<table:table-cell office:value-type=\"float\" office:value=\"%1$s\"><text:p>%1$s</text:p></table:table-cell>"
                                        .formatted(cell))
                        .collect(Collectors.joining("", "<table:table-row>", "</table:table-row>")))
                .collect(Collectors.joining());
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet"));
        parts.put(
                "content.xml",
                utf8("<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                        + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
                        + "<table:table table:name=\"" + name + "\">" + body
                        + "</table:table></office:spreadsheet></office:body></office:document-content>"));
        return zip(parts);
    }

    /// A ZIP; a member called `mimetype` is stored as it is.
    static byte[] zip(Map<String, byte[]> members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var member : members.entrySet()) {
                var entry = new ZipEntry(member.getKey());
                if (member.getKey().equals("mimetype")) {
                    var crc = new CRC32();
                    crc.update(member.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(member.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
