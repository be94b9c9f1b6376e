package tw.touchstone.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tw.touchstone.catalog.importing.ImportJob;

/// An import as programs see it.
///
/// @param state      `waiting`, `running`, `done`, `unreadable`, `cancelled` or `failed`
/// @param fraction   of the file that was read, 0 to 1
/// @param logEntries entries of the log; `logLeftOut` more had no room there
/// @param message    why there is no report, where it ended without one
/// @param report     what became of the file; `null` before its end
/// @param text       the same for people, line by line
record ImportItem(
        long id,
        String state,
        String name,
        String sha256,
        Optional<String> source,
        String onConflict,
        String requestedBy,
        Instant created,
        Optional<Instant> begun,
        Optional<Instant> ended,
        long rows,
        double fraction,
        long registered,
        long revised,
        long unchanged,
        long keptOut,
        long logEntries,
        long logLeftOut,
        Optional<String> message,
        @JsonRawValue String report,
        List<String> text,
        String log) {

    /// @param whole with the report
    static ImportItem of(ImportJob job, boolean whole) {
        var position = job.position();
        return new ImportItem(
                job.id(),
                job.state().code(),
                job.name(),
                job.file().hex(),
                job.options().source(),
                job.options().onConflict().name().toLowerCase(Locale.ROOT),
                job.requestedBy(),
                job.created(),
                job.begun(),
                job.ended(),
                position.rows(),
                position.fraction(),
                position.registered(),
                position.revised(),
                position.unchanged(),
                position.keptOut(),
                position.logged(),
                position.leftOut(),
                job.message(),
                job.report().filter(_ -> whole).orElse("null"),
                whole ? job.text() : List.of(),
                "/api/v1/imports/" + job.id() + "/log");
    }
}
