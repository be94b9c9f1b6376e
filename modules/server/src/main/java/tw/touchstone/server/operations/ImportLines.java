package tw.touchstone.server.operations;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.importing.ImportOutcome;
import tw.touchstone.exchange.catalogue.ImportReport;

/// Writes what an import tells as lines of JSON: first how far it is, at last how it ended.
final class ImportLines {

    private final JsonMapper json;

    ImportLines(JsonMapper json) {
        this.json = json;
    }

    /// How far an import has come.
    ///
    /// @param fraction   of the file that was read, 0 to 1
    /// @param searchable whether all of it can be searched
    record Progress(long rows, long datasets, double fraction, boolean searchable) {}

    /// How an import ended.
    ///
    /// @param outcome `imported`
    /// @param report  what became of the file
    /// @param text    the same for people, line by line
    record Imported(
            String outcome,
            long registered,
            long revised,
            long unchanged,
            List<ImportOutcome.KeptOut> keptOut,
            @JsonRawValue String report,
            List<String> text) {}

    /// @param outcome `unreadable` where the file is no catalogue, `failed` where the server could not go on
    record NotImported(String outcome, String message) {}

    /// One line with its end.
    String line(RunningImport.Told told) {
        Object value =
                switch (told) {
                    case RunningImport.Told.Progress(var progress) ->
                        new Progress(
                                progress.rows(), progress.datasets(), progress.fraction(), progress.searchable());
                    case RunningImport.Told.Ended(ImportOutcome.Imported done) -> imported(done, done.report());
                    case RunningImport.Told.Ended(ImportOutcome.Unreadable none) ->
                        new NotImported("unreadable", none.message());
                    case RunningImport.Told.Failed(var reason) -> new NotImported("failed", reason);
                };
        return json.writeValueAsString(value) + "\n";
    }

    private static Imported imported(ImportOutcome.Imported done, ImportReport report) {
        return new Imported(
                "imported",
                done.registered(),
                done.revised(),
                done.unchanged(),
                done.keptOut(),
                report.json(),
                done.text());
    }
}
