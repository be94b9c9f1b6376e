package tw.touchstone.catalog.mending;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogTests;
import tw.touchstone.catalog.PublishedFiles;
import tw.touchstone.model.DatasetId;
import tw.touchstone.store.DatasetState;

/// Mends a dataset in a process of its own that ends at once, without closing anything, between the commit that
/// publishes it and what is noted afterwards: the audit log, which is written in between, is made to fail.
final class MendingProcess {

    static final DatasetId DATASET = new DatasetId("mended");
    static final int KILLED = 86;

    private MendingProcess() {}

    /// Mends, and ends.
    ///
    /// @param arguments a home, and the action after which to end: `fix-applied` or `fix-undone`
    public static void main(String[] arguments) throws SQLException {
        var home = Path.of(arguments[0]);
        var catalog = CatalogTests.open(home);
        new PublishedFiles(catalog).publish(DATASET.value(), PublishedFiles.BIG5);
        if (arguments[1].equals("fix-undone")) {
            apply(catalog);
        }
        try (var sql = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("touchstone.sqlite"));
                var statement = sql.createStatement()) {
            statement.execute("""
                    create trigger killed before insert on audit_entry when new.action = '%s'
                    begin select raise(abort, 'killed'); end""".formatted(arguments[1]));
        }
        try {
            if (arguments[1].equals("fix-undone")) {
                catalog.mending().undo(DATASET, 1, CatalogTests.EDITOR);
            } else {
                apply(catalog);
            }
        } catch (RuntimeException killed) {
            Runtime.getRuntime().halt(KILLED);
        }
        throw new IllegalStateException("it was not killed");
    }

    private static void apply(Catalog catalog) {
        var dataset = catalog.store().dataset(DATASET).orElseThrow();
        var fix = catalog.mending().offers(dataset).stream()
                .filter(each -> each.fix().kind() == FixKind.TRANSCODE)
                .findFirst()
                .orElseThrow();
        if (!(catalog.store().state(DATASET) instanceof DatasetState.Published(long number))
                || !(catalog.mending().apply(dataset, number, fix.id(), CatalogTests.EDITOR) instanceof FixApplication.Done)) {
            throw new IllegalStateException("the fix was not applied");
        }
    }
}
