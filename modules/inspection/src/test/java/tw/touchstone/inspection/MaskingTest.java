package tw.touchstone.inspection;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What identifies a person is planted into every position that facts show something of, in every spelling, and must not
/// stand anywhere in the facts.
class MaskingTest {

    private static final long SEED = Long.getLong("touchstone.seed", 20261125L);
    private static final int ROUNDS = 12;

    /// A value and what must not be seen of it.
    private record Secret(String written, String hidden) {}

    private static String digits(Random random, int count) {
        return IntStream.range(0, count).mapToObj(_ -> Integer.toString(random.nextInt(10))).collect(Collectors.joining());
    }

    /// 身分證統一編號 and 統一證號 differ in their second character; A stands for 10, so that one and nothing are added.
    private static String identity(Random random, char second) {
        var eight = second + digits(random, 7);
        int sum = 1;
        for (int i = 0; i < 8; i++) {
            sum += (eight.charAt(i) - '0') * (8 - i);
        }
        return "A" + eight + (10 - sum % 10) % 10;
    }

    private static String card(Random random) {
        var fifteen = "4" + digits(random, 14);
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int digit = (fifteen.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return fifteen + (10 - sum % 10) % 10;
    }

    private static String wide(String text) {
        return text.chars().mapToObj(c -> Character.toString(c - '!' + '！')).collect(Collectors.joining());
    }

    private static List<Secret> secrets(Random random) {
        var citizen = identity(random, '1');
        var resident = identity(random, '8');
        var mobile = "09" + digits(random, 8);
        var card = card(random);
        var mailbox = "user" + digits(random, 5);
        return List.of(
                new Secret(citizen, citizen.substring(2)),
                new Secret("字號" + citizen + "號", citizen.substring(2)),
                new Secret(citizen.toLowerCase(Locale.ROOT), citizen.substring(2)),
                new Secret(wide(citizen), wide(citizen).substring(2)),
                new Secret(resident, resident.substring(2)),
                new Secret(mobile, mobile.substring(4)),
                new Secret(mobile.substring(0, 4) + "-" + mobile.substring(4, 7) + "-" + mobile.substring(7), mobile.substring(4, 7) + "-" + mobile.substring(7)),
                new Secret(mobile.substring(0, 4) + "." + mobile.substring(4, 7) + "." + mobile.substring(7), mobile.substring(4, 7) + "." + mobile.substring(7)),
                new Secret("(" + mobile.substring(0, 4) + ")" + mobile.substring(4), mobile.substring(4)),
                new Secret("+886-" + mobile.substring(1, 4) + "-" + mobile.substring(4, 7) + "-" + mobile.substring(7), mobile.substring(4, 7) + "-" + mobile.substring(7)),
                new Secret("886" + mobile.substring(1), mobile.substring(4)),
                new Secret(wide(mobile), wide(mobile).substring(4)),
                new Secret("王先生" + mobile + "洽", mobile.substring(4)),
                new Secret(card, card.substring(4)),
                new Secret(card.replaceAll("(.{4})(?!$)", "$1-"), card.substring(8, 12) + "-" + card.substring(12)),
                new Secret(mailbox + "@example.org", mailbox),
                new Secret("請寄 " + mailbox + "@example.org 收", mailbox),
                new Secret(wide(mailbox + "@example.org"), wide(mailbox)));
    }

    /// Files with a text in some position, by the name of the position.
    private static Map<String, Function<String, byte[]>> positions() {
        var all = new LinkedHashMap<String, Function<String, byte[]>>();
        all.put("only value", x -> text("編號,值\n1,%s\n", x));
        all.put("most frequent value", x -> text("編號,值\n" + "1,%1$s\n".repeat(20) + "2,a\n3,b\n", x));
        all.put("least and greatest value", x -> text("編號,值\n1,%1$s\n2,A\n3,~\n4,%1$s\n", x));
        all.put("beyond the values counted exactly", MaskingTest::late);
        all.put("title line", x -> text("名冊 %s\n編號,值,量\n1,a,2\n2,b,3\n", x));
        all.put("header", x -> text("編號,%s\n1,a\n2,b\n", x));
        all.put("header group", x -> text(",%s,\n編號,值,量\n1,2,3\n4,5,6\n", x));
        all.put("header twice", x -> text("編號,%1$s,%1$s\n1,a,3\n2,b,4\n", x));
        all.put("unit in brackets", x -> text("編號,值(%s)\n1,2\n2,3\n", x));
        all.put("footer", x -> text("編號,值,量\n1,a,3\n2,b,4\n聯絡 %s,,\n", x));
        all.put("name of a sum", x -> text("編號,值,量\n1,a,3\n2,b,4\n合計,%s,7\n", x));
        all.put("ragged row", x -> text("編號,值\n1,a\n2,b,%s\n", x));
        all.put("value of another type", x -> text("編號,值\n" + numbers(30) + "31,%s\n", x));
        all.put("formula", x -> text("編號,值\n1,\"=A1&\"\"%s\"\"\"\n2,b\n", x));
        all.put("stray quote", x -> text("編號,值\n1,a\"%s\"b\n2,b\n", x));
        all.put("unclosed quote", x -> text("編號,值\n1,a\n2,\"%s\n", x));
        all.put("comment line", x -> text("# %s\n編號,值\n1,a\n# %<s\n2,b\n", x));
        all.put("merged cells", x -> text("班,號\n%s,1\n,2\n,3\n乙,1\n,2\n,3\n", x));
        all.put("shifted row", x -> text("名,日,量,類\n" + "甲,2020-01-02,5,公\n".repeat(20) + "%s,甲,2020-01-02,5,公\n", x));
        all.put("beside a lost character", x -> text("編號,名\n" + "1,王小明\n".repeat(20) + "2,李?明%s\n", x));
        all.put("cut at the length that is shown", x -> text("編號,值\n1," + "字".repeat(94) + " %s 尾\n2,b\n", x));
        all.put("behind the length that is kept", x -> text("編號,值\n1," + "字".repeat(194) + " %s 尾\n2,b\n", x));
        all.put("in a stretch of mixed encodings", x -> Facts.concat(
                "編號,名稱\n1,圖書館\n".repeat(20).getBytes(UTF_8), ("2,圖書館" + x + "\n").getBytes(Facts.CP950)));
        all.put("value in UTF-16", x -> ("\uFEFF編號\t值\n1\t" + x + "\n2\tb\n").getBytes(UTF_16LE));
        all.put("value in Big5", x -> ("編號,值\n1," + x + "\n2,書\n").getBytes(Facts.CP950));
        all.put("text without table", x -> text("您好，\n\n請洽 %s，謝謝！\n", x));
        all.put("JSON value", x -> text("[{\"a\":\"%s\"},{\"a\":\"b\"}]", x));
        all.put("JSON key", x -> text("[{\"%s\":1},{\"b\":1}]", x));
        all.put("JSON key twice", x -> text("[{\"%1$s\":1,\"%1$s\":2}]", x));
        all.put("JSON path", x -> text("{\"%s\":{\"b\":[{\"c\":1},{\"c\":2}]}}", x));
        all.put("broken JSON", x -> text("[{\"a\":\"%1$s\"},{\"b\" %1$s", x));
        all.put("JSON line that is broken", x -> text("{\"a\":1}\n{\"a\":%s}\n{\"a\":2}\n{\"a\":3}\n", x));
        all.put("GeoJSON property", x -> text(
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"a\":\"%s\"},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[0,0]}}]}", x));
        all.put("XML text", x -> text("<r><x><a>%s</a></x><x><a>b</a></x></r>", x));
        all.put("XML attribute", x -> text("<r><x a='%s'/><x a='b'/></r>", x));
        all.put("broken XML", x -> text("<r><x>%1$s</x><x>&amp;%1$s</y></r>", x));
        all.put("entity of XML", x -> text("<!DOCTYPE r [<!ENTITY e '%1$s'>]><r><x>&e;</x><x>%1$s</x></r>", x));
        all.put("KML name", x -> text(
                "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark><name>%s</name><Point><coordinates>0,0</coordinates></Point></Placemark></kml>", x));
        all.put("Turtle literal", x -> text("@prefix a: <http://a.example/> .\na:b a:c \"%s\" .\n", x));
        all.put("Turtle subject", x -> text("<http://a.example/%1$s> <http://a.example/c> <mailto:%1$s> .\n", x));
        all.put("broken Turtle", x -> text("@prefix a: <http://a.example/> .\na:b a:c \"%1$s\" .\na:b %1$s\n", x));
        all.put("member's name", x -> Archives.zip(UTF_8, x + ".csv", "a,b\n1,2\n", "b.csv", "a,b\n1,2\n"));
        all.put("member's name in Big5", x -> Archives.zip(Facts.CP950, "冊" + x + ".csv", "a,b\n1,2\n", "b.csv", "a,b\n1,2\n"));
        all.put("member twice", x -> Archives.zip(UTF_8, "a/" + x, "a", "a\\" + x, "b"));
        all.put("unsafe member", x -> Archives.zip(UTF_8, "../" + x + ".csv", "a,b\n1,2\n", "b.csv", "a"));
        all.put("member's value", x -> Archives.zip(UTF_8, "a.csv", "編號,值\n1," + x + "\n", "b.csv", "a,b\n1,2\n"));
        all.put("tar member", x -> Archives.tar("a-" + x.replaceAll("[^0-9A-Za-z@.]", ""), "編號,值\n1," + x + "\n"));
        all.put("7z member", x -> Archives.sevenZip(x.replace(' ', '_') + ".csv", "編號,值\n1," + x + "\n"));
        all.put("gzip", x -> Archives.gzip(text("編號,值\n1,%s\n", x)));
        all.put("cell of a workbook", x -> Workbooks.xlsx(Workbooks.sheet(
                Workbooks.row(1, "編號", "值") + Workbooks.row(2, "1", x) + Workbooks.row(3, "2", "b"))));
        all.put("sheet's name", x -> Workbooks.xlsx("", "", "", List.of("<sheet name=\"%s\" sheetId=\"1\" r:id=\"r1\"/>".formatted(x)), List.of(
                Workbooks.sheet(Workbooks.row(1, "編號", "編號") + Workbooks.row(2, "1", "甲") + Workbooks.row(3, "2", "乙")))));
        all.put("cell of an open sheet", x -> Workbooks.ods("<table:table table:name=\"%1$s\"><table:table-row><table:table-cell><text:p>%1$s</text:p></table:table-cell></table:table-row></table:table>".formatted(x)));
        // A field of the fixture holds twenty bytes; what it cuts off is in no file.
        all.put("dBASE value", x -> Shapefiles.dbf(0, "a", x.getBytes(UTF_8).length > 20 ? "c" : x, "b"));
        return all;
    }

    private static byte[] text(String format, String secret) {
        return format.formatted(secret).getBytes(UTF_8);
    }

    private static String numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> i + "," + i + "\n").collect(Collectors.joining());
    }

    private static byte[] late(String secret) {
        var many = new StringBuilder("編號,值\n");
        for (int i = 0; i < 4_200; i++) {
            many.append(i).append(",值").append(i).append('\n');
        }
        return (many + "1," + secret + "\n").getBytes(UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> showsNoSecretFrom() {
        return positions().entrySet().stream().map(position -> DynamicTest.dynamicTest(position.getKey(), () -> {
            int rounds = position.getKey().startsWith("beyond") ? 1 : ROUNDS;
            for (int round = 0; round < rounds; round++) {
                var random = new Random(SEED + round);
                for (var secret : secrets(random)) {
                    var facts = Facts.of(position.getValue().apply(secret.written())).toString();
                    assertThat(facts)
                            .as("seed %d, %s as %s", SEED + round, position.getKey(), secret.written())
                            .doesNotContainIgnoringCase(secret.hidden());
                }
            }
        }));
    }

    @Test
    void leavesWhatOnlyLooksLikeASecret() {
        var facts = Facts.of("編號,值\n1,A123456780\n2,0812345678\n3,4111111111111112\n4,x@y\n5,12345678\n").toString();
        assertThat(facts).contains("A123456780", "4111111111111112", "x@y");
    }
}
