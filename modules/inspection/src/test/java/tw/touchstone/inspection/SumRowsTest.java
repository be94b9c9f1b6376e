package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;

/// Sums among the rows and below them are told, and are no rows.
class SumRowsTest {

    private static List<Place> sums(TableProfile table) {
        return table.anomalies().stream()
                .filter(each -> each.code() == AnomalyCode.TOTAL_ROW)
                .flatMap(each -> each.samples().stream())
                .toList();
    }

    @Test
    void keepsSumsOutOfRowsAndStatistics() {
        var table = Facts.table(
                """
                區,里,戶數
                甲區,東里,3
                甲區,西里,5
                甲區,合　計,8
                乙區,南里,7
                乙區,北里,6
                乙區,小計,13
                總計,,21
                """);

        assertThat(table.rows()).isEqualTo(4);
        assertThat(sums(table))
                .containsExactly(new Place(4, 2, -1, "合　計"), new Place(7, 2, -1, "小計"), new Place(8, 1, -1, "總計"));
        assertThat(table.columns()).extracting(column -> column.filled()).containsExactly(4L, 4L, 4L);
        assertThat(table.columns().get(1).distinct()).isEqualTo(4);
        assertThat(table.columns().get(2))
                .returns("3", column -> column.min().orElseThrow())
                .returns("7", column -> column.max().orElseThrow());
    }

    @Test
    void countsSumsAsRowsWhereTheyAreMostOfTheTable() {
        var half = Facts.table("項目,金額\n收入合計,9\n本期餘絀,2\n");
        assertThat(half.rows()).isEqualTo(1);
        var most = Facts.table("項目,金額\n收入合計,9\n支出合計,7\n本期餘絀,2\n");
        assertThat(most.rows()).isEqualTo(3);
        assertThat(sums(most)).hasSize(2);
        assertThat(most.columns().get(1).max()).contains("9");
    }

    @Test
    void decidesEarlyWhereMoreSumsStandThanCanWait() {
        var few = new StringBuilder("區,里,戶數\n");
        var many = new StringBuilder("區,里,戶數\n");
        for (int i = 0; i < 5_000; i++) {
            few.append("甲區,里,3\n乙區,里,3\n甲區,小計,6\n");
            many.append("甲區,小計,6\n乙區,合計,9\n甲區,里,3\n");
        }
        assertThat(Facts.table(few.toString()).rows()).isEqualTo(10_000);
        assertThat(Facts.table(many.toString()).rows()).isEqualTo(15_000);
    }

    @Test
    void stillTellsWhatIsWrongWithASum() {
        var table = Facts.table("區,里,戶數\n甲區,東里,3\n甲區,西里,5\n合計,,=SUM(C2:C3),\n");
        assertThat(Facts.codes(table.anomalies())).containsExactly("formula-like-value×1", "ragged-row×1", "total-row×1");
    }
}
