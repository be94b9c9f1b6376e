package tw.touchstone.inspection.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tw.touchstone.inspection.fault.Fault.Planted;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;

/// Trouble with records in JSON and XML.
final class TreeFaults {

    private TreeFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("records at the top", TreeFaults::topLevel),
                fault("records below an envelope", TreeFaults::envelope),
                fault("JSON Lines", TreeFaults::jsonLines),
                fault("one broken line in JSON Lines", TreeFaults::brokenLine),
                fault("a key twice in one object", TreeFaults::duplicateKey),
                fault("records without a field most others have", TreeFaults::uneven),
                fault("JSON that ends inside a record", TreeFaults::cutJson),
                fault("a comma too many in JSON", TreeFaults::extraComma),
                fault("text behind the end of JSON", TreeFaults::trailing),
                fault("JSON nested without end", TreeFaults::deepJson),
                fault("XML records", TreeFaults::xml),
                fault("a document type declaration", TreeFaults::doctype),
                fault("entities that multiply", TreeFaults::laughs),
                fault("an entity that reads a file", TreeFaults::externalEntity),
                fault("XML that ends early", TreeFaults::cutXml),
                fault("XML with a tag left open", TreeFaults::openTag),
                fault("XML that says another encoding than it has", TreeFaults::wrongXmlEncoding),
                fault("a page instead of data", TreeFaults::page));
    }

    private static Fault fault(String name, Function<Random, Planted> plant) {
        return new Fault("tree", name, plant);
    }

    private static Planted planted(String text, Consumer<Seen> expectation) {
        return new Planted(text.getBytes(UTF_8), expectation);
    }

    static String object(CleanTable table, List<String> row) {
        var fields = new ArrayList<String>();
        for (int i = 0; i < table.width(); i++) {
            boolean number = i == 4 || i == 5;
            fields.add("\"%s\":%s".formatted(table.header().get(i), number ? row.get(i) : '"' + row.get(i) + '"'));
        }
        return fields.stream().collect(Collectors.joining(",", "{", "}"));
    }

    static String array(CleanTable table) {
        return table.rows().stream().map(row -> object(table, row)).collect(Collectors.joining(",\n", "[", "]\n"));
    }

    static String xml(CleanTable table) {
        return table.rows().stream()
                .map(row -> {
                    var fields = new StringBuilder();
                    for (int i = 0; i < table.width(); i++) {
                        fields.append("<%1$s>%2$s</%1$s>".formatted(table.header().get(i), row.get(i)));
                    }
                    return "  <設施>" + fields + "</設施>\n";
                })
                .collect(Collectors.joining("", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<清單>\n", "</清單>\n"));
    }

    private static void whole(Seen seen, CleanTable table, String path) {
        assertThat(seen.tree().recordPath()).isEqualTo(path);
        assertThat(seen.tree().records()).isEqualTo(table.rows().size());
        assertThat(seen.tree().fields()).extracting(field -> field.name()).containsExactlyElementsOf(table.header());
        assertThat(seen.field("檢查日期").values().orElseThrow().type()).isEqualTo(ColumnType.DATE);
        assertThat(seen.field("使用人次").values().orElseThrow().type()).isEqualTo(ColumnType.INTEGER);
        assertThat(seen.field("備註").values().orElseThrow().type()).isEqualTo(ColumnType.TEXT);
    }

    private static Planted topLevel(Random random) {
        var table = CleanTable.of(random);
        return planted(array(table), seen -> {
            assertThat(seen.format()).isEqualTo(FileFormat.JSON);
            whole(seen, table, "/");
            assertThat(seen.anomalies()).isEmpty();
        });
    }

    private static Planted envelope(Random random) {
        var table = CleanTable.of(random);
        return planted("{\"success\":true,\"result\":{\"total\":%d,\"records\":%s}}".formatted(table.rows().size(), array(table)), seen ->
                whole(seen, table, "/result/records"));
    }

    private static String lines(CleanTable table) {
        return table.rows().stream().map(row -> object(table, row)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Planted jsonLines(Random random) {
        var table = CleanTable.of(random);
        return planted(lines(table), seen -> {
            assertThat(seen.format()).isEqualTo(FileFormat.JSON_LINES);
            whole(seen, table, "/");
            assertThat(seen.anomalies()).isEmpty();
        });
    }

    private static Planted brokenLine(Random random) {
        int row = 3 + random.nextInt(20);
        var table = CleanTable.of(random);
        var lines = new ArrayList<>(List.of(lines(table).split("\n")));
        lines.set(row, lines.get(row).substring(0, 25));
        return planted(String.join("\n", lines) + "\n", seen -> {
            assertThat(seen.format()).isEqualTo(FileFormat.JSON_LINES);
            seen.at(AnomalyCode.BROKEN_RECORD, row + 1L);
        });
    }

    private static Planted duplicateKey(Random random) {
        int row = random.nextInt(25);
        var table = CleanTable.of(random);
        var lines = new ArrayList<>(List.of(array(table).split("\n")));
        lines.set(row, lines.get(row).replace("\"備註\"", "\"縣市\""));
        return planted(String.join("\n", lines), seen -> seen.at(AnomalyCode.DUPLICATE_KEY, row + 1L));
    }

    private static Planted uneven(Random random) {
        int row = 3 + random.nextInt(20);
        var table = CleanTable.of(random);
        var lines = new ArrayList<>(List.of(array(table).split("\n")));
        lines.set(row, lines.get(row).replaceFirst("\"縣市\":\"[^\"]*\",", ""));
        return planted(String.join("\n", lines), seen -> {
            assertThat(seen.anomaly(AnomalyCode.UNEVEN_RECORD).count()).isPositive();
            assertThat(seen.field("縣市").present()).isEqualTo(table.rows().size() - 1L);
        });
    }

    private static Planted malformed(String text, long line) {
        return planted(text, seen -> {
            assertThat(seen.facts().content()).isInstanceOf(Content.Malformed.class);
            assertThat(((Content.Malformed) seen.facts().content()).place().line()).isEqualTo(line);
        });
    }

    private static Planted cutJson(Random random) {
        var text = array(CleanTable.of(random));
        var cut = text.substring(0, text.length() / 2);
        return malformed(cut, cut.lines().count());
    }

    private static Planted extraComma(Random random) {
        int row = 3 + random.nextInt(20);
        var lines = new ArrayList<>(List.of(array(CleanTable.of(random)).split("\n")));
        lines.set(row, lines.get(row).replace("\"備註\"", ",\"備註\""));
        return malformed(String.join("\n", lines), row + 1L);
    }

    private static Planted trailing(Random random) {
        return planted(array(CleanTable.of(random)) + "本檔結束\n", seen -> {
            boolean said = seen.facts().content() instanceof Content.Malformed
                    || seen.anomalies().stream().anyMatch(each -> each.code() == AnomalyCode.BROKEN_RECORD);
            assertThat(said).as(seen.summary()).isTrue();
        });
    }

    private static Planted deepJson(Random random) {
        int depth = 100_000 + random.nextInt(1_000);
        return planted("[".repeat(depth) + "]".repeat(depth), seen -> {
            boolean said = seen.facts().content() instanceof Content.Malformed
                    || seen.facts().extent() instanceof Extent.Partial;
            assertThat(said).as(seen.summary()).isTrue();
        });
    }

    private static Planted xml(Random random) {
        var table = CleanTable.of(random);
        return planted(xml(table), seen -> {
            assertThat(seen.format()).isEqualTo(FileFormat.XML);
            whole(seen, table, "/清單/設施");
            assertThat(seen.anomalies()).isEmpty();
        });
    }

    private static Planted doctype(Random random) {
        var table = CleanTable.of(random);
        return planted(xml(table).replace("<清單>", "<!DOCTYPE 清單 SYSTEM \"https://dtd.example/list.dtd\">\n<清單>"), seen ->
                seen.at(AnomalyCode.DOCTYPE, 2));
    }

    private static Planted laughs(Random random) {
        var entities = new StringBuilder("<!ENTITY a0 \"哈%d\">".formatted(random.nextInt(9)));
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        return planted("<?xml version=\"1.0\"?>\n<!DOCTYPE r [" + entities + "]>\n<r><x>&a11;</x></r>\n", seen -> {
            seen.anomaly(AnomalyCode.DOCTYPE);
            assertThat(seen.facts().toString()).doesNotContain("哈哈");
        });
    }

    private static Planted externalEntity(Random random) {
        var text = "<?xml version=\"1.0\"?>\n<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<r>"
                + "<row><a>&x;</a></row>".repeat(2 + random.nextInt(5)) + "</r>\n";
        return planted(text, seen -> {
            seen.anomaly(AnomalyCode.DOCTYPE);
            seen.anomaly(AnomalyCode.ENTITY_REFERENCE);
        });
    }

    private static Planted cutXml(Random random) {
        var text = xml(CleanTable.of(random));
        var cut = text.substring(0, text.length() - 40);
        return malformed(cut, cut.lines().count());
    }

    private static Planted openTag(Random random) {
        int row = 3 + random.nextInt(20);
        var lines = new ArrayList<>(List.of(xml(CleanTable.of(random)).split("\n")));
        lines.set(row, lines.get(row).replace("</縣市>", ""));
        return malformed(String.join("\n", lines), row + 1L);
    }

    private static Planted wrongXmlEncoding(Random random) {
        var table = CleanTable.of(random);
        return new Planted(xml(table).getBytes(CleanTable.BIG5), seen -> {
            assertThat(seen.encoding()).isEqualTo(tw.touchstone.model.fact.TextEncoding.BIG5);
            assertThat(seen.tree().records()).isEqualTo(table.rows().size());
        });
    }

    private static Planted page(Random random) {
        var text = "\n  <!doctype html>\n<html lang=\"zh-Hant-TW\"><head><title>查無資料%d</title></head><body><p>您要的網頁不存在</p></body></html>\n"
                .formatted(random.nextInt(100));
        return planted(text, seen -> assertThat(seen.format()).isEqualTo(FileFormat.HTML));
    }
}
