package tw.touchstone.server.fixes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A made-up dataset with faults, the same for the same source of chance.
///
/// @param json of its metadata; its one distribution awaits the file
/// @param what its faults are, for the message of a test
@SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
record Sick(String json, byte[] file, String what) {

    private static final List<String> COUNTIES = List.of("高雄市", "臺中市", "南投縣", "澎湖縣", "花蓮縣", "嘉義縣");
    private static final List<String> HEADER = List.of("編號", "日期", "縣市", "數量");

    private enum Encoding {
        UTF_8(StandardCharsets.UTF_8),
        UTF_8_MARKED(StandardCharsets.UTF_8),
        BIG5(Charset.forName("x-windows-950")),
        UTF_16LE(StandardCharsets.UTF_16LE);

        private final Charset charset;

        Encoding(Charset charset) {
            this.charset = charset;
        }
    }

    static Sick of(Random random) {
        var encoding = Encoding.values()[random.nextInt(Encoding.values().length)];
        int spelling = random.nextInt(4);
        boolean title = random.nextInt(3) == 0;
        boolean totals = random.nextInt(3) == 0;
        var text = table(random, spelling, title, totals);
        var declared = List.of("\"encoding\": \"UTF-8\",", "\"encoding\": \"BIG5\",", "").get(random.nextInt(3));
        var format = List.of("\"format\": \"csv\",", "\"format\": \"json\",", "").get(random.nextInt(3));
        var mediaType = List.of("\"mediaType\": \"text/csv\",", "\"mediaType\": \"application/pdf\",", "").get(random.nextInt(3));
        var fields = List.of(
                        "\"fields\": [\"編號\", \"日期\", \"縣市\", \"數量\"],",
                        "\"fields\": [\"序號\", {\"name\": \"日期\", \"description\": \"發生之日\"}],",
                        "")
                .get(random.nextInt(3));
        var frequency = List.of("\"frequency\": \"P1Y\",", "\"nationalFields\": {\"更新頻率\": \"每 2 年更新一次\"},", "")
                .get(random.nextInt(3));
        var json = """
                {"title": {"zh-Hant-TW": "統計 %d"}, "description": {"zh-Hant-TW": "某統計。"}, "publisher": "moenv",
                 %s
                 "distributions": [{"title": {"zh-Hant-TW": "統計表"}, %s %s %s %s "licence": "ogdl-1"}]}
                """.formatted(random.nextInt(1_000_000), frequency, format, mediaType, declared, fields);
        var what = "%s, spelling %d, title %s, totals %s, %s".formatted(encoding, spelling, title, totals, json);
        return new Sick(json, bytes(text, encoding), what);
    }

    private static String table(Random random, int spelling, boolean title, boolean totals) {
        var lines = new ArrayList<String>();
        if (title) {
            lines.add("各縣市某統計表");
            lines.add("");
        }
        lines.add(String.join(",", HEADER));
        int rows = 5 + random.nextInt(30);
        var first = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3_000));
        for (int i = 0; i < rows; i++) {
            lines.add("%d,%s,%s,%d".formatted(
                    i + 1,
                    date(first.plusDays(random.nextInt(400)), spelling),
                    COUNTIES.get(random.nextInt(COUNTIES.size())),
                    random.nextInt(10_000)));
        }
        if (totals) {
            lines.add("合計,,,%d".formatted(random.nextInt(100_000)));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String date(LocalDate day, int spelling) {
        int year = day.getYear() - 1911;
        return switch (spelling) {
            case 0 -> day.toString();
            case 1 -> "%d/%d/%d".formatted(year, day.getMonthValue(), day.getDayOfMonth());
            case 2 -> "%d年%d月%d日".formatted(year, day.getMonthValue(), day.getDayOfMonth());
            default -> "%03d%02d%02d".formatted(year, day.getMonthValue(), day.getDayOfMonth());
        };
    }

    private static byte[] bytes(String text, Encoding encoding) {
        var out = new ByteArrayOutputStream();
        if (encoding == Encoding.UTF_8_MARKED || encoding == Encoding.UTF_16LE) {
            out.writeBytes("\uFEFF".getBytes(encoding.charset));
        }
        out.writeBytes(text.getBytes(encoding.charset));
        return out.toByteArray();
    }
}
