package tw.touchstone.catalog.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.touchstone.catalog.rows.RowQuery.Aggregate;
import tw.touchstone.catalog.rows.RowQuery.Filter;
import tw.touchstone.catalog.rows.RowQuery.Function;
import tw.touchstone.catalog.rows.RowQuery.Operator;
import tw.touchstone.catalog.rows.RowQuery.Order;
import tw.touchstone.model.fact.ColumnType;

/// The engine reads its one file and does nothing else, even if somebody could hand it SQL; and no question costs more than
/// its limits.
class RowEngineIT {

    private static final int ROWS = 2_000_000;
    private static final RowColumn NUMBER = new RowColumn("n", RowType.INTEGER, ColumnType.INTEGER);
    private static final RowColumn TEXT = new RowColumn("t", RowType.TEXT, ColumnType.TEXT);

    @TempDir
    private static Path folder;

    private static Path table;
    private static Path secret;

    @BeforeAll
    static void write() throws Exception {
        table = folder.resolve("it's the table.parquet");
        secret = folder.resolve("secret.csv");
        Files.writeString(secret, "a,b\n1,2\n");
        try (var engine = DriverManager.getConnection("jdbc:duckdb:");
                var statement = engine.createStatement()) {
            statement.execute("COPY (SELECT range AS n, md5(range::VARCHAR) AS t FROM range(" + ROWS + ")) TO "
                    + DuckDb.text(table.toString()) + " (FORMAT parquet)");
        }
    }

    private static Stream<String> whatItMustNotDo() {
        var file = DuckDb.text(secret.toString());
        var parquet = DuckDb.text(table.toString());
        return Stream.of(
                "SELECT * FROM read_csv(" + file + ")",
                "SELECT * FROM read_text(" + file + ")",
                "SELECT * FROM read_blob('/etc/hostname')",
                "SELECT * FROM " + file,
                "SELECT * FROM glob('/*')",
                "SELECT * FROM 'http://localhost:1/x.parquet'",
                "SELECT * FROM read_parquet('https://localhost:1/x.parquet')",
                "INSTALL httpfs",
                "LOAD httpfs",
                "FORCE INSTALL spatial FROM community",
                "COPY rows TO " + DuckDb.text(folder.resolve("stolen.csv").toString()),
                "COPY rows TO " + parquet + " (FORMAT parquet)",
                "EXPORT DATABASE " + DuckDb.text(folder.resolve("export").toString()),
                "ATTACH " + DuckDb.text(folder.resolve("other.db").toString()),
                "SET enable_external_access=true",
                "SET memory_limit='8GB'",
                "SET threads=64",
                "SET lock_configuration=false",
                "RESET memory_limit",
                "PRAGMA memory_limit='8GB'",
                "PRAGMA enable_profiling='json'",
                "SET GLOBAL allowed_paths=['/etc/hostname']",
                "CREATE PERSISTENT SECRET s (TYPE http, BEARER_TOKEN 'x')");
    }

    @ParameterizedTest
    @MethodSource("whatItMustNotDo")
    void whatIsNotItsOneFileIsShut(String sql) throws Exception {
        try (var engine = DuckDb.reading(table, RowLimits.STANDARD.memory(), 2);
                var statement = engine.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .doesNotContain("stolen.csv", "export", "other.db");
        }
    }

    @Test
    void itsOneFileIsOpen() throws Exception {
        try (var engine = DuckDb.reading(table, RowLimits.STANDARD.memory(), 2);
                var statement = engine.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM read_parquet(" + DuckDb.text(table.toString()) + ")")) {
            result.next();
            assertThat(result.getLong(1)).isEqualTo(ROWS);
        }
    }

    @Test
    void theEngineThatWritesReadsNothingOutsideItsFolder() throws Exception {
        var inside = Files.createDirectory(folder.resolve("staging"));
        try (var engine = DuckDb.staging(inside, 256_000_000, 1);
                var statement = engine.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT * FROM read_csv(" + DuckDb.text(secret.toString()) + ")"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute(
                            "SELECT * FROM read_csv(" + DuckDb.text(inside.resolve("../secret.csv").toString()) + ")"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute("SET enable_external_access=true"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aQuestionThatTakesTooLongEndsWithItsLimit() {
        var limits = with(Duration.ofMillis(1), 384_000_000, 1 << 20, 1);
        try (var engine = new RowEngine(limits, folder)) {
            assertThat(engine.ask(table, ROWS, distinct(), Lines::new))
                    .isInstanceOfSatisfying(RowOutcome.TooDear.class, each -> assertThat(each.limit()).isEqualTo("time"));
        }
    }

    @Test
    void aQuestionThatNeedsTooMuchMemoryEndsWithItsLimit() {
        var limits = with(Duration.ofSeconds(60), 64_000_000, 1 << 20, 1);
        try (var engine = new RowEngine(limits, folder)) {
            assertThat(engine.ask(table, ROWS, distinct(), Lines::new))
                    .isInstanceOfSatisfying(RowOutcome.TooDear.class, each -> assertThat(each.limit()).isEqualTo("memory"));
            assertThat(engine.ask(table, ROWS, RowQuery.all(2), Lines::new))
                    .as("and the next one is answered")
                    .isInstanceOf(RowOutcome.Answered.class);
        }
    }

    @Test
    void anAnswerThatIsTooLongEndsWithItsLimitAndLeavesNothingBehind() throws Exception {
        var limits = with(Duration.ofSeconds(60), 384_000_000, 3 << 20, 1);
        var incoming = Files.createDirectory(folder.resolve("incoming"));
        try (var engine = new RowEngine(limits, incoming)) {
            assertThat(engine.ask(table, ROWS, RowQuery.all(ROWS), Lines::new))
                    .isInstanceOfSatisfying(RowOutcome.TooDear.class, each -> assertThat(each.limit()).isEqualTo("answer"));
        }
        try (var left = Files.list(incoming)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whoComesWhileOthersRunWaitsAndIsThenSentAway() throws Exception {
        var limits = new RowLimits(Duration.ofSeconds(60), 384_000_000, 1 << 20, 1, Duration.ofMillis(50), 2);
        var running = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var engine = new RowEngine(limits, folder);
                var others = Executors.newSingleThreadExecutor()) {
            var first = others.submit(() -> engine.ask(table, ROWS, RowQuery.all(1), out -> new Lines(out) {
                @Override
                public void row(List<? extends @Nullable Object> values) throws IOException {
                    running.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    super.row(values);
                }
            }));
            running.await();
            assertThat(engine.ask(table, ROWS, RowQuery.all(1), Lines::new)).isInstanceOf(RowOutcome.Busy.class);
            end.countDown();
            assertThat(first.get()).isInstanceOf(RowOutcome.Answered.class);
        }
    }

    @Test
    void moreTablesThanMayBeOpenAreAskedOneAfterTheOther() throws Exception {
        var limits = with(Duration.ofSeconds(60), 384_000_000, 1 << 20, 2);
        try (var engine = new RowEngine(limits, folder)) {
            for (int i = 0; i < 5; i++) {
                var copy = folder.resolve("copy" + i + ".parquet");
                Files.copy(table, copy);
                assertThat(text(engine.ask(copy, ROWS, RowQuery.all(1), Lines::new))).isEqualTo("0|cfcd208495d565ef66e7dff9f98764da\n");
                assertThat(text(engine.ask(table, ROWS, RowQuery.all(1), Lines::new))).startsWith("0|");
            }
        }
    }

    @Test
    void rowsAreFilteredSortedAndPaged() throws Exception {
        var query = new RowQuery(
                List.of(NUMBER),
                List.of(new Filter(NUMBER, Operator.LT, List.of(100L)), new Filter(TEXT, Operator.CONTAINS, List.of("0a"))),
                List.of(new Order("n", true)),
                List.of(),
                List.of(),
                3,
                1,
                true);
        try (var engine = new RowEngine(RowLimits.STANDARD, folder)) {
            var outcome = (RowOutcome.Answered) engine.ask(table, ROWS, query, Lines::new);
            var all = (RowOutcome.Answered) engine.ask(table, ROWS, query.page(100, 0), Lines::new);
            var numbers = text(all).lines().toList();
            assertThat(outcome.total()).isEqualTo(numbers.size());
            assertThat(numbers).isNotEmpty().isSortedAccordingTo((a, b) -> Integer.compare(Integer.parseInt(b), Integer.parseInt(a)));
            assertThat(text(outcome).lines().toList()).isEqualTo(numbers.subList(1, 4));
        }
    }

    /// The number of different texts of all rows, which the engine has to hold all at once.
    private static RowQuery distinct() {
        return new RowQuery(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Aggregate(Function.DISTINCT, List.of(TEXT))),
                List.of(),
                1,
                0,
                false);
    }

    private static RowLimits with(Duration time, long memory, long answer, int open) {
        return new RowLimits(time, memory, answer, 2, Duration.ofSeconds(1), open);
    }

    private static String text(RowOutcome outcome) throws IOException {
        try (var answer = ((RowOutcome.Answered) outcome).answer();
                var bytes = answer.open()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// A line for each row, values with bars between.
    private static class Lines implements RowWriter {
        private final OutputStream out;

        Lines(OutputStream out) {
            this.out = out;
        }

        @Override
        public void begin(List<String> names, long total) {}

        @Override
        public void row(List<? extends @Nullable Object> values) throws IOException {
            var cells = new ArrayList<String>();
            values.forEach(each -> cells.add(String.valueOf(each)));
            out.write((String.join("|", cells) + "\n").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void end(long rows) {}
    }
}
