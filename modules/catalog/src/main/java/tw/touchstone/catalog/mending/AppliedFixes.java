package tw.touchstone.catalog.mending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Sha256;

/// The fixes that were applied. Written after the commit that published them: what a crash between the two leaves out
/// here, the change log still has. Thread-safe.
final class AppliedFixes {

    private final Database database;
    private final Clock clock;

    AppliedFixes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Notes that a fix was applied.
    AppliedFix note(DatasetId dataset, FixId fix, String by, long from, long to, Sha256 before, Sha256 after) {
        return database.write(sql -> sql.createQuery("""
                        insert into applied_fix
                        (dataset, kind, distribution, applied_at, applied_by, from_number, to_number, state_before,
                         state_after)
                        values (:dataset, :kind, :distribution, :at, :by, :from, :to, :before, :after)
                        returning *""")
                .bind("dataset", dataset.value())
                .bind("kind", fix.kind().code())
                .bind("distribution", fix.number())
                .bind("at", SqlInstant.text(clock.instant()))
                .bind("by", by)
                .bind("from", from)
                .bind("to", to)
                .bind("before", before.hex())
                .bind("after", after.hex())
                .map(AppliedFixes::row)
                .one());
    }

    /// Notes that a fix was undone.
    AppliedFix undone(AppliedFix fix, String by, long to) {
        return database.write(sql -> sql.createQuery("""
                        update applied_fix set undone_at = :at, undone_by = :by, undone_number = :to
                        where number = :number returning *""")
                .bind("at", SqlInstant.text(clock.instant()))
                .bind("by", by)
                .bind("to", to)
                .bind("number", fix.number())
                .map(AppliedFixes::row)
                .one());
    }

    /// The fix of this number, where it was applied to this dataset.
    Optional<AppliedFix> find(DatasetId dataset, long number) {
        return database.read(
                sql -> sql.createQuery("select * from applied_fix where number = :number and dataset = :dataset")
                        .bind("number", number)
                        .bind("dataset", dataset.value())
                        .map(AppliedFixes::row)
                        .findOne());
    }

    /// The fixes of a dataset, the newest first.
    List<AppliedFix> of(DatasetId dataset) {
        return database.read(
                sql -> sql.createQuery("select * from applied_fix where dataset = :dataset order by number desc")
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
