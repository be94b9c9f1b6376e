package tw.touchstone.inspection.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tw.touchstone.inspection.fault.Fault.Planted;
import tw.touchstone.model.fact.AnomalyCode;

/// Trouble with the form of a table: what stands around it, header, rows.
final class TableFaults {

    private TableFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("one title line", random -> titles(random, List.of("臺北市公共設施使用統計表"))),
                fault("three title lines", random ->
                        titles(random, List.of("臺北市公共設施使用統計表", "中華民國112年度", "資料來源：臺北市政府"))),
                fault("title cells padded to the table's width", TableFaults::paddedTitle),
                fault("groups above the header", TableFaults::groups),
                fault("a second header in English", TableFaults::secondHeader),
                fault("a row of units", TableFaults::unitRow),
                fault("units in brackets", TableFaults::unitsInBrackets),
                fault("no header", TableFaults::noHeader),
                fault("a total at the bottom", random -> total(random, "總計", true)),
                fault("a sum at the bottom with blanks inside its name", random -> total(random, "合　計", true)),
                fault("a subtotal among the rows", random -> total(random, "小計", false)),
                fault("a note below the table", TableFaults::footer),
                fault("a row too long", random -> ragged(random, true)),
                fault("a delimiter that nobody quoted", random -> notQuoted(random, false)),
                fault("a delimiter that nobody quoted where the last field is missing", random -> notQuoted(random, true)),
                fault("a row too short", random -> ragged(random, false)),
                fault("a column without a name", TableFaults::blankName),
                fault("two columns of one name", TableFaults::duplicateName),
                fault("a row of empty fields", TableFaults::emptyFields),
                fault("an empty line", TableFaults::emptyLine),
                fault("cells left blank below a merged one", TableFaults::mergedTrace),
                fault("the header repeated among the rows", TableFaults::repeatedHeader),
                fault("a second table below the first", TableFaults::secondTable),
                fault("a value that a spreadsheet would run", TableFaults::formula),
                fault("a header and no row", TableFaults::onlyHeader));
    }

    private static Fault fault(String name, Function<Random, Planted> plant) {
        return new Fault("table", name, plant);
    }

    static Planted planted(String text, Consumer<Seen> expectation) {
        return new Planted(text.getBytes(UTF_8), expectation);
    }

    static String joined(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /// Lines of their own above the table.
    private static String above(CleanTable table, List<String> above) {
        var lines = new ArrayList<>(above);
        lines.addAll(table.lines(","));
        return joined(lines);
    }

    static void whole(Seen seen, CleanTable table) {
        assertThat(seen.table().header()).isEqualTo(table.header());
        assertThat(seen.table().rows()).as(seen.summary()).isEqualTo(table.rows().size());
    }

    private static Planted titles(Random random, List<String> titles) {
        var table = CleanTable.of(random);
        return planted(above(table, titles), seen -> {
            seen.at(AnomalyCode.TITLE_LINE, 1);
            assertThat(seen.anomaly(AnomalyCode.TITLE_LINE).count()).isEqualTo(titles.size());
            assertThat(seen.table().headerLine()).isEqualTo(titles.size() + 1L);
            whole(seen, table);
        });
    }

    private static Planted paddedTitle(Random random) {
        var table = CleanTable.of(random);
        return planted(above(table, List.of("臺北市公共設施使用統計表,,,,,,", ",,,,,,單位：人次")), seen -> {
            seen.at(AnomalyCode.TITLE_LINE, 1);
            assertThat(seen.table().headerLine()).isEqualTo(3);
            whole(seen, table);
        });
    }

    private static Planted groups(Random random) {
        var table = CleanTable.of(random);
        return planted(above(table, List.of("設施,,,檢查,使用情形,,")), seen -> {
            seen.at(AnomalyCode.HEADER_GROUP_ROW, 1);
            assertThat(seen.table().headerLine()).isEqualTo(2);
            whole(seen, table);
            assertThat(seen.column("設施名稱").group()).contains("設施");
            assertThat(seen.column("使用率").group()).contains("使用情形");
        });
    }

    private static Planted secondHeader(Random random) {
        var table = CleanTable.of(random);
        var lines = table.lines(",");
        lines.add(1, "ID,Name,County,Inspected,Visitors,Rate,Remarks");
        return planted(joined(lines), seen -> {
            seen.at(AnomalyCode.SECOND_HEADER_ROW, 2);
            whole(seen, table);
        });
    }

    private static Planted unitRow(Random random) {
        var table = CleanTable.of(random);
        var lines = table.lines(",");
        lines.add(1, ",,,,人次,%,");
        return planted(joined(lines), seen -> {
            seen.at(AnomalyCode.UNIT_ROW, 2);
            whole(seen, table);
            assertThat(seen.column("使用人次").unit()).contains("人次");
            assertThat(seen.column("使用率").unit()).contains("%");
        });
    }

    private static Planted unitsInBrackets(Random random) {
        var table = CleanTable.of(random).named(4, "面積(平方公尺)").named(5, "水深（公尺）");
        return planted(table.csv(), seen -> {
            whole(seen, table);
            assertThat(seen.column("面積(平方公尺)").unit()).contains("平方公尺");
            assertThat(seen.column("水深（公尺）").unit()).contains("公尺");
            assertThat(seen.anomalies()).isEmpty();
        });
    }

    private static Planted noHeader(Random random) {
        var table = CleanTable.of(random);
        return planted(joined(table.lines(",").subList(1, table.rows().size() + 1)), seen -> {
            seen.anomaly(AnomalyCode.NO_HEADER);
            assertThat(seen.table().headerLine()).isZero();
            assertThat(seen.table().rows()).isEqualTo(table.rows().size());
        });
    }

    private static Planted total(Random random, String name, boolean bottom) {
        var clean = CleanTable.of(random);
        int row = bottom ? clean.rows().size() : 12;
        var table = clean.inserting(row, List.of(name, "", "", "", "123456", "", ""));
        return planted(table.csv(), seen -> {
            seen.at(AnomalyCode.TOTAL_ROW, CleanTable.line(row), 1);
            whole(seen, clean);
        });
    }

    private static Planted footer(Random random) {
        var table = CleanTable.of(random);
        var lines = table.lines(",");
        lines.add("備註：本表不含暫停開放之設施。");
        return planted(joined(lines), seen -> {
            seen.at(AnomalyCode.FOOTER_LINE, lines.size());
            whole(seen, table);
        });
    }

    private static Planted ragged(Random random, boolean longer) {
        int row = random.nextInt(28);
        var clean = CleanTable.of(random);
        var cells = new ArrayList<>(clean.rows().get(row));
        if (longer) {
            cells.add(2, "多出一格");
        } else {
            cells.removeLast();
            cells.removeLast();
        }
        return planted(clean.withRow(row, cells).csv(), seen -> {
            seen.at(AnomalyCode.RAGGED_ROW, CleanTable.line(row));
            assertThat(seen.anomaly(AnomalyCode.RAGGED_ROW).count()).isEqualTo(1);
            whole(seen, clean);
        });
    }

    private static Planted notQuoted(Random random, boolean asWide) {
        int row = 12 + random.nextInt(15);
        var clean = CleanTable.of(random);
        var cells = new ArrayList<>(clean.rows().get(row));
        cells.set(1, "中正");
        cells.add(2, "公園");
        if (asWide) {
            cells.removeLast();
        }
        return planted(clean.withRow(row, cells).csv(), seen -> {
            seen.at(AnomalyCode.SHIFTED_ROW, CleanTable.line(row), 4);
            assertThat(seen.anomaly(AnomalyCode.SHIFTED_ROW).count()).isEqualTo(1);
            whole(seen, clean);
        });
    }

    private static Planted blankName(Random random) {
        int column = random.nextInt(7);
        return planted(CleanTable.of(random).named(column, "").csv(), seen -> seen.at(
                AnomalyCode.BLANK_COLUMN_NAME, 1, column + 1));
    }

    private static Planted duplicateName(Random random) {
        return planted(CleanTable.of(random).named(6, "縣市").csv(), seen -> seen.at(
                AnomalyCode.DUPLICATE_COLUMN_NAME, 1, 7));
    }

    private static Planted emptyFields(Random random) {
        int row = 1 + random.nextInt(25);
        var clean = CleanTable.of(random);
        var table = clean.inserting(row, Collections.nCopies(7, ""));
        return planted(table.csv(), seen -> {
            seen.at(AnomalyCode.BLANK_ROW, CleanTable.line(row));
            whole(seen, clean);
        });
    }

    private static Planted emptyLine(Random random) {
        int row = 1 + random.nextInt(25);
        var clean = CleanTable.of(random);
        var lines = clean.lines(",");
        lines.add(row + 1, "");
        return planted(joined(lines), seen -> {
            seen.at(AnomalyCode.BLANK_ROW, CleanTable.line(row));
            whole(seen, clean);
        });
    }

    /// An export of merged cells: the county stands only in the first row of its group.
    private static Planted mergedTrace(Random random) {
        var clean = CleanTable.of(random);
        var rows = new ArrayList<List<String>>();
        var counties = List.of("臺北市", "新北市", "桃園市", "臺中市");
        for (int i = 0; i < clean.rows().size(); i++) {
            var cells = new ArrayList<>(clean.rows().get(i));
            cells.set(2, cells.getFirst());
            cells.set(0, i % 8 == 0 ? counties.get(i / 8 % 4) : "");
            rows.add(cells);
        }
        var header = Arrays.asList("縣市", "設施名稱", "設施編號", "檢查日期", "使用人次", "使用率", "備註");
        return planted(new CleanTable(header, rows).csv(), seen -> {
            assertThat(seen.anomaly(AnomalyCode.MERGED_CELL).count()).isPositive();
            assertThat(seen.anomaly(AnomalyCode.MERGED_CELL).samples()).allMatch(place -> place.column() == 1);
        });
    }

    private static Planted repeatedHeader(Random random) {
        var clean = CleanTable.of(random);
        return planted(clean.inserting(15, clean.header()).csv(), seen -> {
            seen.at(AnomalyCode.REPEATED_HEADER, CleanTable.line(15));
            whole(seen, clean);
        });
    }

    private static Planted secondTable(Random random) {
        var first = CleanTable.of(random);
        var second = new StringBuilder("年度,預算數,決算數\r\n");
        for (int i = 0; i < 20; i++) {
            second.append("%d,%d,%d\r\n".formatted(93 + i, 1_000 + random.nextInt(9_000), 1_000 + random.nextInt(9_000)));
        }
        return planted(first.csv() + "\r\n" + second, seen -> {
            assertThat(seen.table(0).header()).isEqualTo(first.header());
            assertThat(seen.table(0).rows()).isEqualTo(first.rows().size());
            assertThat(seen.table(1).header()).containsExactly("年度", "預算數", "決算數");
            assertThat(seen.table(1).rows()).isEqualTo(20);
        });
    }

    private static Planted formula(Random random) {
        int row = 3 + random.nextInt(20);
        var table = CleanTable.of(random).with(row, 6, "=HYPERLINK(A1)");
        return planted(table.csv(), seen -> seen.at(AnomalyCode.FORMULA_LIKE_VALUE, CleanTable.line(row), 7));
    }

    private static Planted onlyHeader(Random random) {
        var header = CleanTable.of(random).header();
        return planted(String.join(",", header) + "\r\n", seen -> {
            assertThat(seen.table().header()).isEqualTo(header);
            assertThat(seen.table().rows()).isZero();
        });
    }
}
