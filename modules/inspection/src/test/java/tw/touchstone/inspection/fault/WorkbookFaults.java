package tw.touchstone.inspection.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import tw.touchstone.inspection.fault.Fault.Planted;
import tw.touchstone.inspection.fault.Spreadsheet.Sheet;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;

/// Trouble with workbooks.
final class WorkbookFaults {

    private WorkbookFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("XLSX with two sheets", WorkbookFaults::twoSheets),
                fault("ODS", WorkbookFaults::ods),
                fault("days kept as numbers", WorkbookFaults::days),
                fault("title rows above the table", WorkbookFaults::titles),
                fault("a total at the bottom", WorkbookFaults::total),
                fault("merged cells", WorkbookFaults::merged),
                fault("a hidden sheet", WorkbookFaults::hiddenSheet),
                fault("a hidden row", WorkbookFaults::hiddenRow),
                fault("a hidden column", WorkbookFaults::hiddenColumn),
                fault("a cell that shows an error", WorkbookFaults::error),
                fault("a number kept as text", WorkbookFaults::numberAsText),
                fault("two tables in one sheet", WorkbookFaults::twoTables),
                fault("a workbook that reads a file of ours", WorkbookFaults::entity));
    }

    private static Fault fault(String name, Function<Random, Planted> plant) {
        return new Fault("workbook", name, plant);
    }

    private static List<List<String>> changeable(CleanTable table) {
        return new ArrayList<>(Spreadsheet.cells(table));
    }

    private static List<List<String>> with(CleanTable table, int row, int column, String value) {
        var cells = changeable(table);
        var changed = new ArrayList<>(cells.get(row));
        changed.set(column, value);
        cells.set(row, changed);
        return cells;
    }

    private static byte[] one(List<List<String>> cells) {
        return Spreadsheet.xlsx(List.of(Sheet.of("工作表1", cells)));
    }

    private static void whole(Seen seen, int index, String sheet, CleanTable table) {
        assertThat(seen.table(index).name()).isEqualTo(sheet);
        assertThat(seen.table(index).header()).isEqualTo(table.header());
        assertThat(seen.table(index).rows()).as(seen.summary()).isEqualTo(table.rows().size());
    }

    private static Planted twoSheets(Random random) {
        var first = CleanTable.of(random);
        var second = CleanTable.of(random);
        var bytes = Spreadsheet.xlsx(List.of(
                Sheet.of("甲", Spreadsheet.cells(first)), Sheet.of("乙", Spreadsheet.cells(second))));
        return new Planted(bytes, seen -> {
            assertThat(seen.format()).isEqualTo(FileFormat.XLSX);
            whole(seen, 0, "甲", first);
            whole(seen, 1, "乙", second);
            assertThat(seen.column("使用人次").type()).isEqualTo(ColumnType.INTEGER);
            assertThat(seen.anomalies()).isEmpty();
        });
    }

    private static Planted ods(Random random) {
        var table = CleanTable.of(random);
        return new Planted(Spreadsheet.ods(List.of(Sheet.of("表", Spreadsheet.cells(table)))), seen -> {
            assertThat(seen.format()).isEqualTo(FileFormat.ODS);
            whole(seen, 0, "表", table);
            assertThat(seen.column("使用人次").type()).isEqualTo(ColumnType.INTEGER);
            assertThat(seen.anomalies()).isEmpty();
        });
    }

    private static Planted days(Random random) {
        var table = CleanTable.of(random);
        var cells = changeable(table);
        for (int row = 1; row < cells.size(); row++) {
            var changed = new ArrayList<>(cells.get(row));
            changed.set(3, Spreadsheet.day(44_000 + row));
            cells.set(row, changed);
        }
        return new Planted(one(cells), seen -> {
            assertThat(seen.column("檢查日期").type()).isEqualTo(ColumnType.DATE);
            // Day 44,001 of 1900's calendar as spreadsheets count it.
            assertThat(seen.column("檢查日期").dates().orElseThrow().first()).isEqualTo("2020-06-19");
        });
    }

    private static Planted titles(Random random) {
        var table = CleanTable.of(random);
        var cells = changeable(table);
        cells.add(0, List.of("臺北市公共設施使用統計表"));
        cells.add(1, List.of("中華民國112年"));
        return new Planted(one(cells), seen -> {
            whole(seen, 0, "工作表1", table);
            seen.at(AnomalyCode.TITLE_LINE, 1);
            assertThat(seen.table().headerLine()).isEqualTo(3);
        });
    }

    private static Planted total(Random random) {
        var table = CleanTable.of(random);
        var cells = changeable(table);
        cells.add(List.of("合計", "", "", "", "98765", "", ""));
        return new Planted(one(cells), seen -> seen.at(AnomalyCode.TOTAL_ROW, cells.size(), 1));
    }

    private static Planted merged(Random random) {
        int row = 3 + random.nextInt(10);
        var table = CleanTable.of(random);
        var sheet = new Sheet(
                "工作表1",
                false,
                Spreadsheet.cells(table),
                "",
                "<mergeCells count=\"1\"><mergeCell ref=\"C%d:C%d\"/></mergeCells>".formatted(row, row + 2),
                List.of());
        return new Planted(Spreadsheet.xlsx(List.of(sheet)), seen -> seen.at(AnomalyCode.MERGED_CELL, row, 3));
    }

    private static Planted hiddenSheet(Random random) {
        var table = CleanTable.of(random);
        var bytes = Spreadsheet.xlsx(List.of(
                Sheet.of("公開", Spreadsheet.cells(table)),
                new Sheet("底稿", true, Spreadsheet.cells(CleanTable.of(random)), "", "", List.of())));
        return new Planted(bytes, seen -> {
            whole(seen, 0, "公開", table);
            seen.anomaly(AnomalyCode.HIDDEN_SHEET);
        });
    }

    private static Planted hiddenRow(Random random) {
        int row = 4 + random.nextInt(20);
        var sheet = new Sheet("工作表1", false, Spreadsheet.cells(CleanTable.of(random)), "", "", List.of(row));
        return new Planted(Spreadsheet.xlsx(List.of(sheet)), seen -> seen.at(AnomalyCode.HIDDEN_ROW, row + 1L));
    }

    private static Planted hiddenColumn(Random random) {
        int column = 1 + random.nextInt(6);
        var hidden = "<cols><col min=\"%1$d\" max=\"%1$d\" hidden=\"1\"/></cols>".formatted(column);
        var sheet = new Sheet("工作表1", false, Spreadsheet.cells(CleanTable.of(random)), hidden, "", List.of());
        return new Planted(Spreadsheet.xlsx(List.of(sheet)), seen -> assertThat(
                        seen.anomaly(AnomalyCode.HIDDEN_COLUMN).samples())
                .anyMatch(place -> place.column() == column));
    }

    private static Planted error(Random random) {
        int row = 4 + random.nextInt(20);
        return new Planted(one(with(CleanTable.of(random), row, 4, Spreadsheet.error("#REF!"))), seen -> seen.at(
                AnomalyCode.ERROR_CELL, row + 1L, 5));
    }

    private static Planted numberAsText(Random random) {
        int row = 4 + random.nextInt(20);
        return new Planted(one(with(CleanTable.of(random), row, 4, Spreadsheet.asText("321"))), seen -> seen.at(
                AnomalyCode.NUMBER_AS_TEXT, row + 1L, 5));
    }

    private static Planted twoTables(Random random) {
        var table = CleanTable.of(random);
        var cells = changeable(table);
        cells.add(List.of());
        cells.add(List.of("年度", "預算數", "決算數"));
        for (int i = 0; i < 12; i++) {
            cells.add(List.of(Integer.toString(100 + i), Integer.toString(5_000 + random.nextInt(900)), "4999"));
        }
        return new Planted(one(cells), seen -> {
            whole(seen, 0, "工作表1", table);
            assertThat(seen.table(1).header()).containsExactly("年度", "預算數", "決算數");
            assertThat(seen.table(1).rows()).isEqualTo(12);
        });
    }

    private static Planted entity(Random random) {
        var table = CleanTable.of(random);
        var sheet = new Sheet("工作表1", false, Spreadsheet.cells(table), "", "", List.of());
        var bytes = Spreadsheet.xlsx(List.of(sheet));
        return new Planted(Repacked.replacing(bytes, "xl/worksheets/sheet1.xml", text -> text.replace(
                        "<worksheet", "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet")
                .replaceFirst("<t>設施名稱</t>", "<t>&x;</t>")), seen -> {
            boolean refused = seen.facts().content() instanceof Content.Malformed
                    || seen.anomalies().stream().anyMatch(each -> each.code() == AnomalyCode.DOCTYPE);
            assertThat(refused).as(seen.summary()).isTrue();
        });
    }
}
