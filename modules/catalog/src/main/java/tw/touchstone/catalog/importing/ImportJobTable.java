package tw.touchstone.catalog.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.exchange.catalogue.OnConflict;
import tw.touchstone.model.Sha256;

/// The rows of imports and their logs. Thread-safe.
final class ImportJobTable {

    /// So many imports are remembered after their end.
    static final int REMEMBERED = 200;

    private static final String OPEN = "state in ('waiting', 'running')";

    private final Database database;
    private final Clock clock;

    ImportJobTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    long add(Sha256 file, String name, ImportOptions options, String by) {
        return database.write(sql -> {
            sql.createUpdate("delete from import_job where not " + OPEN + " and id <= (select id from import_job where not "
                            + OPEN + " order by id desc limit 1 offset :remembered)")
                    .bind("remembered", REMEMBERED)
                    .execute();
            return sql.createQuery("""
                            insert into import_job (file, name, source, on_conflict, requested_by, state, created_at)
                            values (:file, :name, :source, :conflict, :by, 'waiting', :now) returning id""")
                    .bind("file", file.hex())
                    .bind("name", name)
                    .bind("source", options.source().orElse(""))
                    .bind("conflict", options.onConflict().name())
                    .bind("by", by)
                    .bind("now", now())
                    .mapTo(Long.class)
                    .one();
        });
    }

    /// The newest import of this file with these options that is open or has ended well.
    Optional<ImportJob> known(Sha256 file, ImportOptions options) {
        return database.read(sql -> sql.createQuery("""
                        select * from import_job
                        where file = :file and source = :source and on_conflict = :conflict
                              and state in ('waiting', 'running', 'done') and cancel = 0
                        order by id desc limit 1""")
                .bind("file", file.hex())
                .bind("source", options.source().orElse(""))
                .bind("conflict", options.onConflict().name())
                .map(ImportJobTable::job)
                .findOne());
    }

    Optional<ImportJob> job(long id) {
        return database.read(sql -> sql.createQuery("select * from import_job where id = :id")
                .bind("id", id)
                .map(ImportJobTable::job)
                .findOne());
    }

    List<ImportJob> before(long id, int limit) {
        return database.read(sql -> sql.createQuery("select * from import_job where id < :id order by id desc limit :limit")
                .bind("id", id)
                .bind("limit", limit)
                .map(ImportJobTable::job)
                .list());
    }

    long count() {
        return database.read(sql ->
                sql.createQuery("select count(*) from import_job").mapTo(Long.class).one());
    }

    List<ImportJob> open() {
        return database.read(sql -> sql.createQuery("select * from import_job where " + OPEN + " order by id")
                .map(ImportJobTable::job)
                .list());
    }

    /// Takes an import up, for the first time or again; empty where it is not open any more.
    ///
    /// @param number of the last change in the catalogue
    Optional<ImportJob> begin(long id, long number) {
        return database.write(sql -> {
            sql.createUpdate("""
                            update import_job set state = 'running', begun_at = coalesce(begun_at, :now),
                                number = case when number < 0 then :number else number end
                            where id = :id and state in ('waiting', 'running')""")
                    .bind("id", id)
                    .bind("now", now())
                    .bind("number", number)
                    .execute();
            return sql.createQuery("select * from import_job where id = :id and state = 'running'")
                    .bind("id", id)
                    .map(ImportJobTable::job)
                    .findOne();
        });
    }

    void save(long id, ImportPosition position, List<ImportLogEntry> entries) {
        database.change(sql -> {
            sql.createUpdate("""
                            update import_job set number = :number, items = :items, row_count = :rows, fraction = :fraction,
                                registered = :registered, revised = :revised, unchanged = :unchanged, kept_out = :keptOut,
                                findings = :findings, log_entries = :logged, log_left_out = :leftOut
                            where id = :id""")
                    .bind("id", id)
                    .bind("number", position.number())
                    .bind("items", position.items())
                    .bind("rows", position.rows())
                    .bind("fraction", position.fraction())
                    .bind("registered", position.registered())
                    .bind("revised", position.revised())
                    .bind("unchanged", position.unchanged())
                    .bind("keptOut", position.keptOut())
                    .bind("findings", findings(position.findings()))
                    .bind("logged", position.logged())
                    .bind("leftOut", position.leftOut())
                    .execute();
            if (entries.isEmpty()) {
                return;
            }
            var batch = sql.prepareBatch("""
                    insert into import_log (job, number, line, kind, subject, text)
                    values (:job, :number, :line, :kind, :subject, :text)""");
            for (var entry : entries) {
                batch.bind("job", id)
                        .bind("number", entry.number())
                        .bind("line", entry.line())
                        .bind("kind", entry.kind())
                        .bind("subject", entry.subject())
                        .bind("text", entry.text())
                        .add();
            }
            batch.execute();
        });
    }

    void end(long id, ImportJob.State state, String report, List<String> text, String message) {
        database.change(sql -> sql.createUpdate("""
                        update import_job set state = :state, ended_at = :now, report = :report, summary = :summary,
                            message = :message, fraction = case when :state = 'done' then 1 else fraction end
                        where id = :id""")
                .bind("id", id)
                .bind("state", state.code())
                .bind("now", now())
                .bind("report", report)
                .bind("summary", String.join("\n", text))
                .bind("message", message)
                .execute());
    }

    /// Notes that an import shall end; one that waits has ended with that.
    void cancel(long id) {
        database.change(sql -> {
            sql.createUpdate("update import_job set state = 'cancelled', cancel = 1, ended_at = :now"
                            + " where id = :id and state = 'waiting'")
                    .bind("id", id)
                    .bind("now", now())
                    .execute();
            sql.createUpdate("update import_job set cancel = 1 where id = :id and state = 'running'")
                    .bind("id", id)
                    .execute();
        });
    }

    boolean isCancelWanted(long id) {
        return database.read(sql -> sql.createQuery("select cancel from import_job where id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true));
    }

    List<ImportLogEntry> log(long id, long after, int limit, Optional<String> kind) {
        return database.read(sql -> sql.createQuery("""
                        select * from import_log
                        where job = :job and number > :after and (:kind = '' or kind = :kind)
                        order by number limit :limit""")
                .bind("job", id)
                .bind("after", after)
                .bind("limit", limit)
                .bind("kind", kind.orElse(""))
                .map((row, context) -> new ImportLogEntry(
                        row.getLong("number"),
                        row.getLong("line"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("text")))
                .list());
    }

    long logged(long id, Optional<String> kind) {
        return database.read(sql -> sql.createQuery(
                        "select count(*) from import_log where job = :job and (:kind = '' or kind = :kind)")
                .bind("job", id)
                .bind("kind", kind.orElse(""))
                .mapTo(Long.class)
                .one());
    }

    private String now() {
        return SqlInstant.text(clock.instant());
    }

    private static ImportJob job(ResultSet row, StatementContext context) throws SQLException {
        return new ImportJob(
                row.getLong("id"),
                new Sha256(row.getString("file")),
                row.getString("name"),
                new ImportOptions(told(row, "source"), OnConflict.valueOf(row.getString("on_conflict"))),
                row.getString("requested_by"),
                ImportJob.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Instant.parse(row.getString("created_at")),
                told(row, "begun_at").map(Instant::parse),
                told(row, "ended_at").map(Instant::parse),
                new ImportPosition(
                        row.getLong("number"),
                        row.getLong("items"),
                        row.getLong("row_count"),
                        row.getDouble("fraction"),
                        row.getLong("registered"),
                        row.getLong("revised"),
                        row.getLong("unchanged"),
                        row.getLong("kept_out"),
                        findings(row.getString("findings")),
                        row.getLong("log_entries"),
                        row.getLong("log_left_out")),
                told(row, "report"),
                row.getString("summary").lines().toList(),
                told(row, "message"));
    }

    private static Optional<String> told(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).filter(text -> !text.isEmpty());
    }

    private static String findings(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Long> findings(String lines) {
        return lines.lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Long.parseLong(parts[1])));
    }
}
