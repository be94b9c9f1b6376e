package tw.touchstone.catalog.mending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.StatementContext;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Sha256;

/// The fixes that were applied.
///
/// What is about to be published is noted first and settled afterwards: a crash in between leaves a row that the next
/// start completes or drops, by what it finds published. Thread-safe.
final class AppliedFixes {

    private final Database database;
    private final Clock clock;

    AppliedFixes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Notes that a fix is about to be published.
    ///
    /// @return its number
    long begin(DatasetId dataset, FixId fix, String by, long from, Sha256 before, Sha256 after) {
        return database.write(sql -> sql.createQuery("""
                        insert into applied_fix
                        (dataset, kind, distribution, applied_at, applied_by, from_number, to_number, state_before,
                         state_after, pending)
                        values (:dataset, :kind, :distribution, :at, :by, :from, 0, :before, :after, 1)
                        returning number""")
                .bind("dataset", dataset.value())
                .bind("kind", fix.kind().code())
                .bind("distribution", fix.number())
                .bind("at", SqlInstant.text(clock.instant()))
                .bind("by", by)
                .bind("from", from)
                .bind("before", before.hex())
                .bind("after", after.hex())
                .mapTo(Long.class)
                .one());
    }

    /// Notes that it was published with this change number.
    AppliedFix complete(long fix, long to) {
        return database.write(sql -> sql.createQuery(
                        "update applied_fix set pending = 0, to_number = :to where number = :number returning *")
                .bind("to", to)
                .bind("number", fix)
                .map(AppliedFixes::row)
                .one());
    }

    /// Forgets a fix that was not published.
    void drop(long fix) {
        database.change(sql -> sql.createUpdate("delete from applied_fix where number = :number and pending = 1")
                .bind("number", fix)
                .execute());
    }

    /// Notes that a fix is about to be undone.
    void beginUndoing(AppliedFix fix, String by) {
        database.change(sql -> sql.createUpdate("update applied_fix set undoing_by = :by where number = :number")
                .bind("by", by)
                .bind("number", fix.number())
                .execute());
    }

    /// Notes that it was undone, by whoever was about to.
    AppliedFix undone(long fix, long to) {
        return database.write(sql -> sql.createQuery("""
                        update applied_fix
                        set undone_at = :at, undone_by = undoing_by, undone_number = :to, undoing_by = null
                        where number = :number returning *""")
                .bind("at", SqlInstant.text(clock.instant()))
                .bind("to", to)
                .bind("number", fix)
                .map(AppliedFixes::row)
                .one());
    }

    /// Notes that it was not undone after all.
    void keepApplied(long fix) {
        database.change(sql -> sql.createUpdate("update applied_fix set undoing_by = null where number = :number")
                .bind("number", fix)
                .execute());
    }

    /// Settles what a killed process left open, before anything is published.
    ///
    /// @param published the change number and the digest of the state that a dataset is published with
    void settle(Function<DatasetId, Optional<Standing>> published) {
        for (var fix : rows("select * from applied_fix where pending = 1")) {
            published.apply(fix.dataset())
                    .filter(standing -> standing.number() > fix.from() && standing.state().equals(fix.after()))
                    .ifPresentOrElse(
                            standing -> complete(fix.number(), standing.number()), () -> drop(fix.number()));
        }
        for (var fix : rows("select * from applied_fix where undoing_by is not null")) {
            published.apply(fix.dataset())
                    .filter(standing -> standing.number() > fix.to() && standing.state().equals(fix.before()))
                    .ifPresentOrElse(
                            standing -> undone(fix.number(), standing.number()), () -> keepApplied(fix.number()));
        }
    }

    /// How a dataset is published.
    ///
    /// @param state digest of its document
    record Standing(long number, Sha256 state) {}

    private List<AppliedFix> rows(String query) {
        return database.read(sql -> sql.createQuery(query).map(AppliedFixes::row).list());
    }

    /// The fix of this number, where it was applied to this dataset.
    Optional<AppliedFix> find(DatasetId dataset, long number) {
        return database.read(
                sql -> sql.createQuery("select * from applied_fix where number = :number and dataset = :dataset and pending = 0")
                        .bind("number", number)
                        .bind("dataset", dataset.value())
                        .map(AppliedFixes::row)
                        .findOne());
    }

    /// The fixes of a dataset, the newest first.
    List<AppliedFix> of(DatasetId dataset) {
        return database.read(
                sql -> sql.createQuery("select * from applied_fix where dataset = :dataset and pending = 0 order by number desc")
                        .bind("dataset", dataset.value())
                        .map(AppliedFixes::row)
                        .list());
    }

    private static AppliedFix row(ResultSet row, StatementContext context) throws SQLException {
        var undoneAt = Optional.ofNullable(row.getString("undone_at"));
        var undoneBy = Optional.ofNullable(row.getString("undone_by")).orElse("");
        long undoneTo = row.getLong("undone_number");
        return new AppliedFix(
                row.getLong("number"),
                new DatasetId(row.getString("dataset")),
                FixKind.ofCode(row.getString("kind")).orElseThrow(),
                row.getInt("distribution"),
                Instant.parse(row.getString("applied_at")),
                row.getString("applied_by"),
                row.getLong("from_number"),
                row.getLong("to_number"),
                new Sha256(row.getString("state_before")),
                new Sha256(row.getString("state_after")),
                undoneAt.map(at -> new AppliedFix.Undone(Instant.parse(at), undoneBy, undoneTo)));
    }
}
