package tw.touchstone.inspection.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.inspection.fault.TableFaults.joined;
import static tw.touchstone.inspection.fault.TableFaults.planted;
import static tw.touchstone.inspection.fault.TableFaults.whole;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import tw.touchstone.inspection.fault.Fault.Planted;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;

/// Trouble with the dialect of a table: delimiters, quotes, comments, line ends.
final class DialectFaults {

    private DialectFaults() {}

    static List<Fault> all() {
        return List.of(
                delimiter("semicolons", ';', FileFormat.CSV),
                delimiter("tabs", '\t', FileFormat.TSV),
                delimiter("bars", '|', FileFormat.CSV),
                fault("single quotes", DialectFaults::singleQuotes),
                fault("quotes escaped by a backslash", DialectFaults::backslash),
                fault("comment lines", DialectFaults::comments),
                lineEnds("LF", "\n"),
                lineEnds("CR", "\r"),
                lineEnds("CRLF", "\r\n"),
                fault("line ends of two kinds", DialectFaults::mixedLineEnds),
                fault("delimiters, quotes and line ends inside quotes", DialectFaults::insideQuotes),
                fault("a quote that never closes", DialectFaults::unclosedQuote),
                fault("a quote inside a plain field", DialectFaults::strayQuote));
    }

    private static Fault fault(String name, Function<Random, Planted> plant) {
        return new Fault("table", name, plant);
    }

    private static Fault delimiter(String name, char delimiter, FileFormat format) {
        return fault(name, random -> {
            var table = CleanTable.of(random);
            return planted(joined(table.lines(String.valueOf(delimiter))), seen -> {
                assertThat(seen.format()).isEqualTo(format);
                assertThat(seen.table().dialect().delimiter()).isEqualTo(delimiter);
                whole(seen, table);
                assertThat(seen.anomalies()).isEmpty();
            });
        });
    }

    private static Planted singleQuotes(Random random) {
        var table = CleanTable.of(random);
        return planted(table.quoted().replace('"', '\''), seen -> {
            assertThat(seen.table().dialect().quote()).isEqualTo('\'');
            whole(seen, table);
        });
    }

    private static Planted backslash(Random random) {
        var table = CleanTable.of(random).with(4, 6, "俗稱@大廟@口").with(8, 6, "又名@小橋@頭");
        return planted(table.quoted().replace("@", "\\\""), seen -> {
            assertThat(seen.table().dialect().escape()).isEqualTo('\\');
            whole(seen, table);
        });
    }

    private static Planted comments(Random random) {
        var table = CleanTable.of(random);
        return planted("# 本檔每日更新\n# 授權：政府資料開放授權條款\n" + String.join("\n", table.lines(",")) + "\n", seen -> {
            seen.at(AnomalyCode.COMMENT_LINE, 1);
            assertThat(seen.table().dialect().comment()).isEqualTo('#');
            assertThat(seen.table().headerLine()).isEqualTo(3);
            whole(seen, table);
        });
    }

    private static Fault lineEnds(String name, String lineEnd) {
        return fault("lines ended by " + name, random -> {
            var table = CleanTable.of(random);
            return planted(String.join(lineEnd, table.lines(",")) + lineEnd, seen -> {
                assertThat(seen.table().dialect().lineEnd()).isEqualTo(name);
                whole(seen, table);
                assertThat(seen.anomalies()).isEmpty();
            });
        });
    }

    private static Planted mixedLineEnds(Random random) {
        var table = CleanTable.of(random);
        var lines = table.lines(",");
        int half = lines.size() / 2;
        var text = String.join("\r\n", lines.subList(0, half)) + "\r\n" + String.join("\n", lines.subList(half, lines.size()));
        return planted(text, seen -> {
            assertThat(seen.table().dialect().lineEnd()).isEqualTo("mixed");
            seen.anomaly(AnomalyCode.MIXED_LINE_ENDS);
            whole(seen, table);
        });
    }

    private static Planted insideQuotes(Random random) {
        var table = CleanTable.of(random).with(2, 6, "甲,乙").with(7, 6, "第一行\n第二行").with(11, 6, "俗稱\"\"大廟\"\"口");
        return planted(table.quoted(), seen -> {
            whole(seen, table);
            assertThat(seen.anomalies()).isEmpty();
        });
    }

    private static Planted unclosedQuote(Random random) {
        int row = 3 + random.nextInt(20);
        var table = CleanTable.of(random).with(row, 6, "\"沒有關上");
        return planted(table.csv(), seen -> seen.at(AnomalyCode.UNCLOSED_QUOTE, CleanTable.line(row)));
    }

    private static Planted strayQuote(Random random) {
        int row = 3 + random.nextInt(20);
        var table = CleanTable.of(random).with(row, 6, "寬5\"的門");
        return planted(table.csv(), seen -> {
            seen.at(AnomalyCode.STRAY_QUOTE, CleanTable.line(row));
            whole(seen, table);
        });
    }
}
