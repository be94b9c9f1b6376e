package tw.touchstone.bench.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/// The same quads in a database that was never written to but once, by TDB2's phased loader: the least that they take.
///
/// @param quads how many there are
/// @param bytes of the database's files
public record BulkLoad(long quads, long bytes) {

    /// Loads the quads of a stopped catalogue's store into a scratch folder, which is removed afterwards.
    ///
    /// @param store   the folder of the store in the home
    /// @param scratch an empty folder
    public static BulkLoad of(Path store, Path scratch) {
        var from = open(generation(store));
        var to = open(scratch);
        try {
            from.begin(TxnType.READ);
            var loader = LoaderFactory.phasedLoader(to, (format, arguments) -> {});
            loader.startBulk();
            var stream = loader.streamRDF();
            stream.start();
            long quads = 0;
            for (var each = from.find(); each.hasNext(); quads++) {
                stream.quad(each.next());
            }
            stream.finish();
            loader.finishBulk();
            from.end();
            return new BulkLoad(quads, Folder.bytes(scratch));
        } finally {
            TDBInternal.expel(from, true);
            TDBInternal.expel(to, true);
            Folder.delete(scratch);
        }
    }

    /// The database in use, which the file `current` names.
    private static Path generation(Path store) {
        try {
            return store.resolve(Files.readString(store.resolve("current")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatasetGraph open(Path folder) {
        return DatabaseMgr.connectDatasetGraph(Location.create(folder));
    }
}
