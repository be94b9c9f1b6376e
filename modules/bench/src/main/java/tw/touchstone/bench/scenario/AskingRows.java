package tw.touchstone.bench.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.bench.files.MadeUpTable;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;
import tw.touchstone.bench.server.Client;

/// Questions to the rows of one table of a million rows and eight columns: filters, sorting, aggregates and pages, mixed, no
/// two of them alike.
final class AskingRows {

    private static final String PART = Part.ROWS.code();
    private static final int ROWS = 1_000_000;
    private static final int WARM_UP = 160;
    private static final int MEASURED = 800;
    private static final long SEED = 20_261_126;
    private static final List<String> COUNTIES = List.of("臺北市", "新北市", "桃園市", "臺中市", "臺南市", "高雄市");

    private final Client operator;
    private final Table table;
    private final Random random = new Random(SEED);

    AskingRows(Client operator, Table table) {
        this.operator = operator;
        this.table = table;
    }

    void run() {
        var id = Documents.register(operator, Documents.dataset("rows"));
        var file = new ByteArrayOutputStream();
        try {
            MadeUpTable.write(file, ROWS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        operator.put("api/v1/datasets/" + id + "/distributions/1/content", file.toByteArray()).expect(200);
        var rows = "distributions/" + id + "-1/rows";
        long begin = System.nanoTime();
        while (operator.get(rows + "?limit=0").status() == 503) {
            LockSupport.parkNanos(100_000_000);
        }
        table.add(Row.of(
                PART,
                "rows of a CSV of %,d rows and %,d bytes made, behind its inspection".formatted(ROWS, file.size()),
                (System.nanoTime() - begin) / 1e9,
                "s"));
        for (int connections : new int[] {1, 2}) {
            measure(rows, connections);
        }
    }

    private void measure(String rows, int connections) {
        var questions = Stream.generate(this::question).distinct().limit(WARM_UP * 4L + MEASURED).toList();
        var timings = Sample.of(questions, WARM_UP, MEASURED, question -> () -> asked(rows + "?" + question)).run(connections);
        var what = "%,d distinct questions to %,d rows, %d connection%s"
                .formatted(timings.count(), ROWS, connections, connections == 1 ? "" : "s");
        table.add(Row.of(PART, what, timings.perSecond(), "requests/s"));
        table.add(Row.of(PART, what + ": median", timings.median(), "ms"));
        table.add(Row.of(PART, what + ": p99", timings.p99(), "ms").floor("≤ 100"));
    }

    private long asked(String path) {
        return operator.get(path).expect(200).size();
    }

    /// One of eight kinds.
    private String question() {
        var county = COUNTIES.get(random.nextInt(COUNTIES.size()));
        double least = random.nextInt(4_900) / 10.0;
        return switch (random.nextInt(8)) {
            case 0 -> query("filter=縣市:eq:" + county, "filter=測值:ge:" + least, "sort=測值:desc", "limit=50");
            case 1 -> query("filter=測值:ge:" + least, "filter=測值:lt:" + (least + 1), "sort=監測日期", "limit=100");
            case 2 -> query("filter=測站名稱:contains:" + random.nextInt(977), "limit=20", "offset=" + random.nextInt(200));
            case 3 -> query("group=縣市", "aggregate=count", "aggregate=avg:測值", "filter=測值:ge:" + least, "sort=count:desc");
            case 4 -> query("group=監測日期", "aggregate=max:測值", "aggregate=min:測值", "filter=縣市:ne:" + county, "filter=測值:lt:" + (least + 10));
            case 5 -> query("limit=100", "offset=" + random.nextInt(ROWS - 100));
            case 6 -> query("filter=測站代碼:in:" + codes(), "select=測站代碼,測站名稱,測值");
            default -> query("sort=測值:desc", "sort=監測日期", "limit=50", "offset=" + random.nextInt(2_000), "select=測站代碼,測值,監測日期");
        };
    }

    private String codes() {
        return Stream.generate(() -> "S%07d".formatted(random.nextInt(ROWS))).limit(5).collect(Collectors.joining(","));
    }

    private static String query(String... parameters) {
        var encoded = new ArrayList<String>();
        for (var parameter : parameters) {
            int equals = parameter.indexOf('=');
            encoded.add(parameter.substring(0, equals + 1) + Client.encoded(parameter.substring(equals + 1)));
        }
        return String.join("&", encoded);
    }
}
