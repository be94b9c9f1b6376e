package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.ValueCount;

class TableTest {

    private static Anomaly one(String code, long line, int column, String seen) {
        return new Anomaly(AnomalyCode.ofId(code).orElseThrow(), 1, List.of(new Place(line, column, -1, seen)));
    }

    @Test
    void profilesACleanTable() {
        assertThat(Facts.table("站名,數量\r\n甲,3\r\n乙,12\r\n甲,-1\r\n"))
                .isEqualTo(new TableProfile(
                        "",
                        new Dialect(',', '\0', "CRLF"),
                        1,
                        List.of("站名", "數量"),
                        3,
                        List.of(),
                        List.of(
                                Facts.column(
                                        "站名",
                                        ColumnType.TEXT,
                                        3,
                                        0,
                                        2,
                                        Optional.of("乙"),
                                        Optional.of("甲"),
                                        1,
                                        List.of(new ValueCount("甲", 2), new ValueCount("乙", 1))),
                                Facts.column(
                                        "數量",
                                        ColumnType.INTEGER,
                                        3,
                                        0,
                                        3,
                                        Optional.of("-1"),
                                        Optional.of("12"),
                                        2,
                                        List.of(
                                                new ValueCount("3", 1),
                                                new ValueCount("12", 1),
                                                new ValueCount("-1", 1))))));
    }

    @Test
    void detectsTheDialect() {
        assertThat(Facts.table("a;b\n1,5;2\n").dialect()).isEqualTo(new Dialect(';', '\0', "LF"));
        assertThat(Facts.table("a\tb\r1\t2\r").dialect()).isEqualTo(new Dialect('\t', '\0', "CR"));
        assertThat(Facts.table("a|b\n1|2\n").dialect()).isEqualTo(new Dialect('|', '\0', "LF"));
        assertThat(Facts.table("a,b\n\"1,5\",2\r\n").dialect()).isEqualTo(new Dialect(',', '"', "mixed"));
        assertThat(Facts.table("'a','b'\n'1,5','2'\n'3','4'\n").dialect()).isEqualTo(new Dialect(',', '\'', "LF"));
        assertThat(Facts.of("a\tb\n1\t2\n").format()).isEqualTo(FileFormat.TSV);
    }

    @Test
    void doesNotCountLineEndsInsideQuotes() {
        var table = Facts.table("a,b\r\n\"1\n2\",3\r\n");
        assertThat(table.dialect().lineEnd()).isEqualTo("CRLF");
        assertThat(table.rows()).isEqualTo(1);
    }

    @Test
    void findsTheHeaderBelowTitles() {
        var table = Facts.table("某年統計表,單位：千元\n區,村,戶數,平均\n甲,乙,10,1.5\n丙,丁,20,2.5\n");
        assertThat(table.headerLine()).isEqualTo(2);
        assertThat(table.header()).containsExactly("區", "村", "戶數", "平均");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.anomalies()).containsExactly(one("title-line", 1, 0, "某年統計表 單位：千元"));
    }

    @Test
    void findsThatThereIsNoHeader() {
        var table = Facts.table("09,007,A001,甲村\n10,013,A002,乙村\n10,018,A003,丙村\n");
        assertThat(table.headerLine()).isZero();
        assertThat(table.header()).isEmpty();
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns()).hasSize(4);
    }

    @Test
    void takesYearsForNames() {
        var table = Facts.table("項目,2021,2022,2023\n甲,1,2,3\n乙,4,5,6\n");
        assertThat(table.headerLine()).isEqualTo(1);
        assertThat(table.rows()).isEqualTo(2);
    }

    @Test
    void seesATranslatedSecondHeader() {
        var table = Facts.table("區域,標的,總價\nDistrict,sign,total price\n甲區,土地,100\n乙區,房屋,200\n");
        assertThat(table.header()).containsExactly("區域", "標的", "總價");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.anomalies()).containsExactly(one("second-header-row", 2, 0, "District sign total price"));
    }

    @Test
    void putsGroupsAboveNamesAndNamesIntoTheGapsThatMergedCellsLeave() {
        var table = Facts.table("年度,住宅,,商業,\n,戶數,面積,戶數,面積\n101年,1,2,3,4\n102年,5,6,7,8\n");
        assertThat(table.headerLine()).isEqualTo(2);
        assertThat(table.header()).containsExactly("年度", "戶數", "面積", "戶數", "面積");
        assertThat(table.columns())
                .extracting(column -> column.group().orElse(""))
                .containsExactly("", "住宅", "住宅", "商業", "商業");
        assertThat(Facts.codes(table.anomalies())).containsExactly("duplicate-column-name×2", "header-group-row×1");
    }

    @Test
    void countsWhatIsOddAboutRows() {
        var table = Facts.table("a,b,c\n1,2,3\n\n4,5\n6,7,8,9\n合　計,1,2\n,,\n資料來源：某局,,\n");
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.anomalies())
                .containsExactly(
                        new Anomaly(
                                AnomalyCode.BLANK_ROW, 2, List.of(new Place(3, 0, -1, ""), new Place(7, 0, -1, ""))),
                        one("footer-line", 8, 0, "資料來源：某局"),
                        new Anomaly(
                                AnomalyCode.RAGGED_ROW, 2, List.of(new Place(4, 0, -1, "2"), new Place(5, 0, -1, "4"))),
                        one("total-row", 6, 1, "合　計"));
    }

    @Test
    void namesBlankAndDuplicateColumns() {
        assertThat(Facts.table("a,,a,b\n1,2,3,4\n").anomalies())
                .containsExactly(one("blank-column-name", 1, 2, ""), one("duplicate-column-name", 1, 3, "a"));
    }

    @Test
    void readsAroundAQuoteThatNeverCloses() {
        var table = Facts.table("a,b\n\"1\",\"2\"\n3,\"4\n5,6\n7,8\n9,10\n");
        assertThat(table.rows()).isEqualTo(5);
        assertThat(Facts.codes(table.anomalies())).containsExactly("unclosed-quote×1");
        assertThat(table.anomalies().getFirst().samples().getFirst().line()).isEqualTo(3);
    }

    @Test
    void keepsTypesThatEveryValueProves() {
        assertThat(type("1\n2\n-3")).isEqualTo(ColumnType.INTEGER);
        assertThat(type("1,234\n5".replace(",", ""))).isEqualTo(ColumnType.INTEGER);
        assertThat(type("1.5\n2")).isEqualTo(ColumnType.DECIMAL);
        assertThat(type("\"1,234\"\n\"12,345,678\"")).isEqualTo(ColumnType.INTEGER);
        assertThat(type("\"1,23\"\n\"2,34\"")).isEqualTo(ColumnType.TEXT);
        assertThat(type("007\n012")).isEqualTo(ColumnType.TEXT);
        assertThat(type("0\n10")).isEqualTo(ColumnType.INTEGER);
        assertThat(type("1234567890123456\n2")).isEqualTo(ColumnType.TEXT);
        assertThat(type("123456789012345\n2")).isEqualTo(ColumnType.TEXT);
        assertThat(type("12345678901234\n2")).isEqualTo(ColumnType.INTEGER);
        assertThat(type("0912345678\n0987654321")).isEqualTo(ColumnType.TEXT);
        assertThat(type("是\n否")).isEqualTo(ColumnType.BOOLEAN);
        assertThat(type("是\nY")).isEqualTo(ColumnType.TEXT);
        assertThat(type("2024-02-29\n2024-03-01")).isEqualTo(ColumnType.DATE);
        assertThat(type("2023-02-29\n2024-03-01")).isEqualTo(ColumnType.TEXT);
        assertThat(type("113/5/1\n112/12/31")).isEqualTo(ColumnType.DATE);
        assertThat(type("113年5月1日\n112年12月31日")).isEqualTo(ColumnType.DATE);
        assertThat(type("20240101\n20240102\n20240103")).isEqualTo(ColumnType.DATE);
        assertThat(type("1130101\n1130102\n0811006")).isEqualTo(ColumnType.DATE);
        assertThat(type("1130101\n1130102")).isEqualTo(ColumnType.INTEGER);
        assertThat(type("109年01月01日 14時15分00秒\n110年01月01日 14時15分00秒")).isEqualTo(ColumnType.DATE_TIME);
        assertThat(type("2024-01-01T08:00:00+08:00\n2024-01-01 09:00")).isEqualTo(ColumnType.DATE_TIME);
        assertThat(type("-\nNA")).isEqualTo(ColumnType.EMPTY);
        assertThat(type("1\ny")).isEqualTo(ColumnType.TEXT);
    }

    private static ColumnType type(String values) {
        return Facts.column("k,v\n" + values.indent(0).lines().reduce("", (all, line) -> all + "甲," + line + "\n"), "v")
                .type();
    }

    @Test
    void keepsCodesAsText() {
        assertThat(Facts.column("郵遞區號,x\n950,a\n951,b\n", "郵遞區號").type()).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void countsSentinelsAsBlankAndNoneOnlyWhereItIsNoAnswer() {
        var numbers = Facts.column("k,v\n甲,1\n乙,-\n丙,無\n丁,-999\n戊,\n", "v");
        assertThat(numbers.filled()).isEqualTo(1);
        assertThat(numbers.blank()).isEqualTo(4);
        assertThat(numbers.type()).isEqualTo(ColumnType.INTEGER);
        var answers = Facts.column("k,v\n甲,有\n乙,無\n丙,無\n", "v");
        assertThat(answers.filled()).isEqualTo(3);
        assertThat(answers.distinct()).isEqualTo(2);
    }

    @Test
    void masksPersonalData() {
        var text = "證號,聯絡,信箱\nA123456789,0912-345-678,someone@example.org\nA123456780,0223456789,none\n";
        assertThat(Facts.column(text, "證號").top())
                .containsExactly(new ValueCount("A1********", 1), new ValueCount("A123456780", 1));
        assertThat(Facts.column(text, "聯絡").top())
                .containsExactly(new ValueCount("0912********", 1), new ValueCount("0223456789", 1));
        assertThat(Facts.column(text, "信箱").max()).contains("***@example.org");
        assertThat(Facts.table(text).columns().toString()).doesNotContain("A123456789", "345-678", "someone");
    }

    @Test
    void estimatesManyDifferentValues() {
        var text = new StringBuilder("k,v\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("n").append(i).append(',').append(i % 4_096).append('\n');
        }
        var table = Facts.table(text.toString());
        assertThat(table.columns().get(1).distinct()).isEqualTo(4_096);
        assertThat(table.columns().getFirst().distinct()).isBetween(47_500L, 52_500L);
    }

    @Test
    void readsOneColumnBelowItsName() {
        var none = Facts.table("foo\n\n");
        var one = Facts.table("foo\n1");
        assertThat(none.header()).isEqualTo(one.header()).containsExactly("foo");
        assertThat(none.headerLine()).isEqualTo(one.headerLine()).isEqualTo(1);
        assertThat(none.dialect()).isEqualTo(one.dialect()).isEqualTo(new Dialect('\0', '\0', "LF"));
        assertThat(List.of(none.rows(), one.rows())).containsExactly(0L, 1L);
        assertThat(Facts.codes(none.anomalies())).containsExactly("blank-row×1");
        assertThat(Facts.of("foo\n").format()).isEqualTo(FileFormat.TXT);
        assertThat(Facts.of("Dear reader,\n\n").format()).isEqualTo(FileFormat.TXT);
    }

    @Test
    void statesOnlyWhatStandsInTheBytes() {
        assertThat(Facts.table("a,b,c").dialect()).isEqualTo(new Dialect(',', '\0', ""));
        assertThat(Facts.table("a,b,c\r\n").dialect()).isEqualTo(new Dialect(',', '\0', "CRLF"));
    }

    @Test
    void takesProseForText() {
        assertThat(Facts.of("Dear reader, this is a letter.\nIt goes on, and on, and on.\nYours.\n").format())
                .isEqualTo(FileFormat.TXT);
        assertThat(Facts.of("第一條，本辦法依據某法訂定之。\n第二條，主管機關為某部。\n").format())
                .isEqualTo(FileFormat.TXT);
    }
}
