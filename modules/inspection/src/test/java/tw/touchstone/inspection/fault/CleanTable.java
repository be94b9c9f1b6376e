package tw.touchstone.inspection.fault;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// A table without fault, of columns that government tables have.
record CleanTable(List<String> header, List<List<String>> rows) {

    static final Charset BIG5 = Charset.forName("x-windows-950");

    private static final List<String> COUNTIES = List.of("臺北市", "新北市", "桃園市", "臺中市", "臺南市", "高雄市", "基隆市", "新竹縣");
    private static final List<String> PLACES =
            List.of("中正公園", "河濱運動場", "文化中心", "第二市場", "圖書館總館", "環保教育園區", "火車站前", "國民中學");
    private static final List<String> REMARKS =
            List.of("設備正常", "夜間開放", "需事先申請", "整修後啟用", "由區公所代管", "附設停車場", "假日加開", "無障礙設施完善");

    CleanTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// A table of 30 to 120 rows.
    static CleanTable of(Random random) {
        int count = 30 + random.nextInt(90);
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < count; i++) {
            rows.add(List.of(
                    "P%04d".formatted(1_000 + i),
                    pick(PLACES, random) + (i + 1) + "站",
                    pick(COUNTIES, random),
                    "2023-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)),
                    Integer.toString(1 + random.nextInt(5_000)),
                    "%d.%d".formatted(random.nextInt(90), 1 + random.nextInt(9)),
                    pick(REMARKS, random)));
        }
        return new CleanTable(List.of("設施編號", "設施名稱", "縣市", "檢查日期", "使用人次", "使用率", "備註"), rows);
    }

    static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    int width() {
        return header.size();
    }

    /// The table with another value in one cell.
    CleanTable with(int row, int column, String value) {
        var changed = new ArrayList<>(rows);
        var cells = new ArrayList<>(rows.get(row));
        cells.set(column, value);
        changed.set(row, cells);
        return new CleanTable(header, changed);
    }

    /// The table with another row in this place.
    CleanTable withRow(int row, List<String> cells) {
        var changed = new ArrayList<>(rows);
        changed.set(row, cells);
        return new CleanTable(header, changed);
    }

    /// The table with a row more before this one.
    CleanTable inserting(int row, List<String> cells) {
        var changed = new ArrayList<>(rows);
        changed.add(row, cells);
        return new CleanTable(header, changed);
    }

    /// The table with a column more at its end.
    CleanTable plus(String name, List<String> values) {
        var names = new ArrayList<>(header);
        names.add(name);
        var changed = new ArrayList<List<String>>();
        for (int i = 0; i < rows.size(); i++) {
            var cells = new ArrayList<>(rows.get(i));
            cells.add(values.get(i));
            changed.add(cells);
        }
        return new CleanTable(names, changed);
    }

    CleanTable named(int column, String name) {
        var names = new ArrayList<>(header);
        names.set(column, name);
        return new CleanTable(names, rows);
    }

    /// The line of a row where the header stands on line 1.
    static long line(int row) {
        return row + 2L;
    }

    /// The lines of the text, header first.
    List<String> lines(String delimiter) {
        var lines = new ArrayList<String>();
        lines.add(String.join(delimiter, header));
        rows.forEach(row -> lines.add(String.join(delimiter, row)));
        return lines;
    }

    /// Comma-separated, lines ended by CRLF.
    String csv() {
        return lines(",").stream().collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /// Comma-separated with every field in quotes.
    String quoted() {
        var all = new ArrayList<List<String>>();
        all.add(header);
        all.addAll(rows);
        return all.stream()
                .map(row -> row.stream().map(cell -> '"' + cell + '"').collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    byte[] bytes(Charset charset) {
        return csv().getBytes(charset);
    }
}
