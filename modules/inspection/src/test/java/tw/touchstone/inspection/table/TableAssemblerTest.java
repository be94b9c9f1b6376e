package tw.touchstone.inspection.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.TableProfile;

class TableAssemblerTest {

    private static final List<List<String>> ROWS =
            List.of(List.of("某年統計", "", ""), List.of("區", "戶數", "平均"), List.of("甲", "10", "1.5"), List.of("乙", "20", ""));

    private static TableAssembler fed(TableAssembler assembler, List<List<String>> rows) {
        var row = new Row();
        long line = 0;
        for (var cells : rows) {
            row.begin(++line);
            cells.forEach(row::add);
            assembler.add(row);
        }
        return assembler;
    }

    @Test
    void findsTheHeaderAmongTheRows() {
        var tables = fed(new TableAssembler("工作表1", Dialect.NONE), ROWS).finish();

        assertThat(tables).singleElement().satisfies(table -> {
            assertThat(table.name()).isEqualTo("工作表1");
            assertThat(table.headerLine()).isEqualTo(2);
            assertThat(table.header()).containsExactly("區", "戶數", "平均");
            assertThat(table.rows()).isEqualTo(2);
            assertThat(table.columns()).extracting(ColumnProfile::blank).containsExactly(0L, 0L, 1L);
        });
    }

    @Test
    void takesTheHeaderThatAFormatStates() {
        var rows = List.of(List.of("1", "a"), List.of("2", "b"));

        var tables = fed(TableAssembler.named("", List.of("編號", "名稱")), rows).finish();

        assertThat(tables).extracting(TableProfile::header).containsExactly(List.of("編號", "名稱"));
        assertThat(tables).extracting(TableProfile::rows).containsExactly(2L);
    }

    @Test
    void countsWhatTheRowsDoNotShow() {
        var assembler = fed(new TableAssembler("", Dialect.NONE), ROWS);
        assembler.note(AnomalyCode.HIDDEN_ROW, 3, 0, "");

        assertThat(assembler.finish().getFirst().anomalies())
                .anySatisfy(anomaly -> assertThat(anomaly.code()).isEqualTo(AnomalyCode.HIDDEN_ROW));
    }

    @Test
    void readsTheHeaderOfALongTableOnce() {
        var assembler = new TableAssembler("", Dialect.NONE);
        var row = new Row();
        assembler.add(row.begin(1).add("編號").add("數量"));
        for (int i = 2; i <= 1_001; i++) {
            assembler.add(row.begin(i).add("甲" + i).add(Integer.toString(i), CellKind.NUMBER));
        }

        assertThat(assembler.finish()).extracting(TableProfile::rows).containsExactly(1_000L);
    }
}
