package tw.touchstone.inspection.fault;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import tw.touchstone.inspection.Archives;
import tw.touchstone.inspection.ParquetFiles;
import tw.touchstone.inspection.Shapefiles;
import tw.touchstone.inspection.fault.Spreadsheet.Sheet;
import tw.touchstone.model.FileFormat;

/// Files without any fault, of every kind that is read; what is found in them is a false finding.
final class CleanFiles {

    /// A kind of file: what it must be recognised as, and how to make one, another for every state of the random source.
    record Kind(FileFormat format, Function<Random, byte[]> write) {}

    private CleanFiles() {}

    /// By name.
    static Map<String, Kind> kinds() {
        var all = new LinkedHashMap<String, Kind>();
        tables(all);
        trees(all);
        geodata(all);
        workbooks(all);
        archives(all);
        documents(all);
        return all;
    }

    private static void text(Map<String, Kind> all, String name, FileFormat format, Charset charset, Function<CleanTable, String> write) {
        all.put(name, new Kind(format, random -> write.apply(CleanTable.of(random)).getBytes(charset)));
    }

    private static void tables(Map<String, Kind> all) {
        text(all, "CSV in UTF-8", FileFormat.CSV, UTF_8, CleanTable::csv);
        text(all, "CSV in UTF-8 with a mark", FileFormat.CSV, UTF_8, table -> "\uFEFF" + table.csv());
        text(all, "CSV in Big5", FileFormat.CSV, CleanTable.BIG5, CleanTable::csv);
        text(all, "quoted CSV in UTF-8", FileFormat.CSV, UTF_8, CleanTable::quoted);
        text(all, "quoted CSV in Big5", FileFormat.CSV, CleanTable.BIG5, CleanTable::quoted);
        text(all, "semicolons", FileFormat.CSV, UTF_8, table -> String.join("\n", table.lines(";")));
        text(all, "tabs", FileFormat.TSV, UTF_8, table -> String.join("\n", table.lines("\t")));
        text(all, "tabs in UTF-16", FileFormat.TSV, UTF_16LE, table -> "\uFEFF" + String.join("\r\n", table.lines("\t")));
        text(all, "questions and answers", FileFormat.CSV, UTF_8, CleanFiles::questions);
        text(all, "web addresses", FileFormat.CSV, UTF_8, CleanFiles::addresses);
        text(all, "personal and business numbers", FileFormat.CSV, UTF_8, CleanFiles::numbers);
        text(all, "columns of numbers with gaps", FileFormat.CSV, UTF_8, CleanFiles::gaps);
        all.put("Parquet", new Kind(FileFormat.PARQUET, random -> ParquetFiles.table(1 + random.nextInt(200))));
        all.put("dBASE", new Kind(FileFormat.DBF, random -> Shapefiles.dbf(0x4F, names(1 + random.nextInt(50)))));
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "中正公園" + i).toArray(String[]::new);
    }

    private static String questions(CleanTable table) {
        var asked = List.of("如何申請?", "需要哪些文件?", "費用多少?至櫃檯詢問", "何時開放? 假日亦可嗎?", "可以代辦嗎?可以", "What is open data?", "有無停車場?有");
        return lines("編號,問題,回答", table, (row, i) ->
                "%d,%s,%s".formatted(i, asked.get(i % asked.size()), row.get(6)));
    }

    private static String addresses(CleanTable table) {
        return lines("名稱,網址,說明", table, (row, i) -> "%s,https://www.example.org/list?id=%d&kind=甲,詳見 https://example.org/查詢?編號=%d 網頁"
                .formatted(row.get(1), i, i));
    }

    private static String numbers(CleanTable table) {
        return lines("負責人,統一編號,身分證字號,電話,手機,電子郵件", table, (row, i) -> "王小明,%s,%s,02-2345%04d,0912%06d,a%d@example.org"
                .formatted(CheckDigits.businessNumber(i), CheckDigits.nationalId(i), i, 345_000 + i, i));
    }

    private static String gaps(CleanTable table) {
        return lines("測站,日期,溫度,雨量,風速,備註", table, (row, i) -> "%s,%s,%s,%s,%s,%s".formatted(
                row.get(1), row.get(3), i % 5 == 0 ? "-" : row.get(5), i % 7 == 0 ? "" : i, i % 11 == 0 ? "NA" : "3.5", i % 3 == 0 ? row.get(6) : ""));
    }

    @FunctionalInterface
    private interface Line {
        String of(List<String> row, int number);
    }

    private static String lines(String header, CleanTable table, Line line) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(i -> line.of(table.rows().get(i), i + 1))
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private static void trees(Map<String, Kind> all) {
        text(all, "JSON array", FileFormat.JSON, UTF_8, TreeFaults::array);
        text(all, "JSON in an envelope", FileFormat.JSON, UTF_8, table ->
                "{\"success\":true,\"result\":{\"total\":%d,\"records\":%s}}".formatted(table.rows().size(), TreeFaults.array(table)));
        text(all, "JSON Lines", FileFormat.JSON_LINES, UTF_8, table -> table.rows().stream()
                .map(row -> TreeFaults.object(table, row))
                .collect(Collectors.joining("\n", "", "\n")));
        text(all, "XML", FileFormat.XML, UTF_8, TreeFaults::xml);
        text(all, "Turtle", FileFormat.TURTLE, UTF_8, table -> statements(table, "@prefix ex: <http://example.org/> .\n", "ex:p%d ex:name \"%s\"@zh ; ex:count %d .\n"));
        text(all, "N-Triples", FileFormat.N_TRIPLES, UTF_8, table -> statements(table, "", "<http://example.org/%d> <http://example.org/name> \"%s\"@zh .\n"));
        text(all, "RDF/XML", FileFormat.RDF_XML, UTF_8, table -> statements(
                        table,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:ex=\"http://example.org/\">\n",
                        "<rdf:Description rdf:about=\"http://example.org/%d\"><ex:name>%s</ex:name></rdf:Description>\n")
                + "</rdf:RDF>\n");
        text(all, "JSON-LD", FileFormat.JSON_LD, UTF_8, table ->
                "{\"@context\":{\"name\":\"http://example.org/name\"},\"@graph\":[" + table.rows().stream()
                        .map(row -> "{\"@id\":\"http://example.org/%s\",\"name\":\"%s\"}".formatted(row.get(0), row.get(1)))
                        .collect(Collectors.joining(",\n")) + "]}");
    }

    private static String statements(CleanTable table, String head, String each) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(i -> each.formatted(i, table.rows().get(i).get(1), i))
                .collect(Collectors.joining("", head, ""));
    }

    private static String joined(Random random, IntFunction<String> each, String delimiter) {
        return IntStream.range(0, 20 + random.nextInt(30)).mapToObj(each).collect(Collectors.joining(delimiter));
    }

    private static void geodata(Map<String, Kind> all) {
        all.put("GeoJSON", new Kind(FileFormat.GEOJSON, random -> ("{\"type\":\"FeatureCollection\",\"features\":[" + joined(
                        random,
                        i -> "{\"type\":\"Feature\",\"properties\":{\"名稱\":\"點%1$d\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[121.5%1$d,25.0%1$d]}}".formatted(i),
                        ",\n") + "]}")
                .getBytes(UTF_8)));
        all.put("KML", new Kind(FileFormat.KML, random -> ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>" + joined(
                        random,
                        i -> "<Placemark><name>點%1$d</name><Point><coordinates>121.5%1$d,25.0%1$d,0</coordinates></Point></Placemark>".formatted(i),
                        "\n") + "</Document></kml>")
                .getBytes(UTF_8)));
        all.put("GML", new Kind(FileFormat.GML, random -> ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\">" + joined(
                        random,
                        i -> "<gml:featureMember><點><名稱>點%1$d</名稱><gml:Point srsName=\"urn:ogc:def:crs:EPSG::4326\"><gml:pos>25.0%1$d 121.5%1$d</gml:pos></gml:Point></點></gml:featureMember>".formatted(i),
                        "\n") + "</gml:FeatureCollection>")
                .getBytes(UTF_8)));
        all.put("positions in a table", new Kind(FileFormat.CSV, random -> ("站名,經度,緯度\n" + joined(
                        random, i -> "第%1$d站,121.5%1$02d3,25.0%1$02d7".formatted(i), "\n"))
                .getBytes(UTF_8)));
        all.put("shapefile", new Kind(FileFormat.SHP, CleanFiles::shapefile));
    }

    private static byte[] shapefile(Random random) {
        var shapes = new ArrayList<byte[]>();
        for (int i = 0; i < 5 + random.nextInt(20); i++) {
            double x = 121.5 + i * 0.01;
            shapes.add(Shapefiles.polygon(x, 25.0, x, 25.005, x + 0.005, 25.005, x, 25.0));
        }
        var shp = Shapefiles.shp(5, shapes.toArray(byte[][]::new));
        var wgs84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
        return zip(Map.of(
                "區.shp", shp,
                "區.shx", shp,
                "區.dbf", Shapefiles.dbf(0x4F, names(shapes.size())),
                "區.prj", wgs84.getBytes(UTF_8)));
    }

    private static void workbooks(Map<String, Kind> all) {
        all.put("XLSX", new Kind(FileFormat.XLSX, random -> Spreadsheet.xlsx(sheets(random))));
        all.put("ODS", new Kind(FileFormat.ODS, random -> Spreadsheet.ods(sheets(random))));
        all.put("XLS", new Kind(FileFormat.XLS, random -> xls(sheets(random))));
    }

    private static List<Sheet> sheets(Random random) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(i -> Sheet.of("工作表" + i, Spreadsheet.cells(CleanTable.of(random))))
                .toList();
    }

    private static byte[] xls(List<Sheet> sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            for (var sheet : sheets) {
                var written = workbook.createSheet(sheet.name());
                for (int i = 0; i < sheet.cells().size(); i++) {
                    var row = written.createRow(i);
                    for (int column = 0; column < sheet.cells().get(i).size(); column++) {
                        var value = sheet.cells().get(i).get(column);
                        if (value.matches("\\d+(\\.\\d+)?")) {
                            row.createCell(column).setCellValue(Double.parseDouble(value));
                        } else {
                            row.createCell(column).setCellValue(value);
                        }
                    }
                }
            }
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void archives(Map<String, Kind> all) {
        all.put("ZIP of files of every kind", new Kind(FileFormat.ZIP, random -> {
            var table = CleanTable.of(random);
            return zip(Map.of(
                    "資料/一.csv", table.bytes(UTF_8),
                    "資料/二.csv", table.bytes(CleanTable.BIG5),
                    "資料/三.json", TreeFaults.array(table).getBytes(UTF_8),
                    "資料/四.xml", TreeFaults.xml(table).getBytes(UTF_8),
                    "資料/五.xlsx", Spreadsheet.xlsx(sheets(random)),
                    "資料/六.ods", Spreadsheet.ods(sheets(random)),
                    "內層.zip", zip(Map.of("七.csv", table.quoted().getBytes(UTF_8))),
                    "說明.txt", "本資料每日更新。\n".getBytes(UTF_8)));
        }));
        all.put("gzip", new Kind(FileFormat.GZIP, random -> Archives.gzip(CleanTable.of(random).bytes(UTF_8))));
        all.put("tar", new Kind(FileFormat.TAR, random -> Archives.tar("資料.csv", CleanTable.of(random).csv())));
        all.put("tar in gzip", new Kind(FileFormat.GZIP, random -> Archives.gzip(Archives.tar("資料.csv", CleanTable.of(random).csv()))));
        all.put("7z", new Kind(FileFormat.SEVEN_ZIP, random -> Archives.sevenZip("資料.csv", CleanTable.of(random).csv())));
    }

    private static void documents(Map<String, Kind> all) {
        all.put("PDF", new Kind(FileFormat.PDF, random -> "%%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Count %d >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%%%EOF\n"
                        .formatted(random.nextInt(1_000))
                .getBytes(UTF_8)));
        all.put("DOCX", new Kind(FileFormat.DOCX, random -> zip(Map.of(
                "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".getBytes(UTF_8),
                "word/document.xml", ("<document>" + random.nextInt() + "</document>").getBytes(UTF_8)))));
        all.put("ODT", new Kind(FileFormat.ODT, random -> {
            var parts = new LinkedHashMap<String, byte[]>();
            parts.put("mimetype", "application/vnd.oasis.opendocument.text".getBytes(UTF_8));
            parts.put("content.xml", ("<content>" + random.nextInt() + "</content>").getBytes(UTF_8));
            return zip(parts);
        }));
        all.put("plain text", new Kind(FileFormat.TXT, random -> "本資料每日更新，有問題嗎？請來電。\n第%d版\n".formatted(random.nextInt(9)).getBytes(UTF_8)));
    }

    private static byte[] zip(Map<String, byte[]> members) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, UTF_8)) {
            for (var member : new TreeMap<>(members).entrySet()) {
                ArchiveFaults.add(zip, member.getKey(), member.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
