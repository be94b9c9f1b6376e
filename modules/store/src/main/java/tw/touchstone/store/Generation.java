package tw.touchstone.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;

/// One TDB2 database in its folder, between two compactions. Closed when the last user has left.
///
/// This is the gate around every transaction: TDB2 hangs when its own compaction meets readers (apache/jena#3488), so a
/// compacted copy takes over instead, and the replaced database waits for its readers, not they for it.
final class Generation {

    /// TDB2's own, without its memory of nodes that are not there: readers write into it what is true of the state that
    /// they see, and all later readers believe it. A node that a reader of the state before misses just after its commit
    /// stays missing until it is pushed out, so a dataset could not be found and the follower waited for a change that it
    /// was told not to exist.
    private static final StoreParams PARAMETERS = StoreParams.builder("touchstone", StoreParams.getDftStoreParams())
            .nodeMissCacheSize(0)
            .prefixNodeMissCacheSize(0)
            .build();

    private final Path folder;
    private final DatasetGraph store;
    private final Room room;
    private final AtomicInteger users = new AtomicInteger(1);
    private volatile boolean retired;

    private Generation(Path folder, DatasetGraph store, long reserve) {
        this.folder = folder;
        this.store = store;
        this.room = new Room(folder, reserve);
    }

    /// Opens the database of a folder, or makes one. Only TDB2's own index list: custom ones do not survive.
    static Generation open(Path folder) {
        return open(folder, Room.RESERVE);
    }

    /// @param reserve bytes that stay free on the disk
    static Generation open(Path folder, long reserve) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Generation(folder, DatabaseMgr.connectDatasetGraph(Location.create(folder), PARAMETERS), reserve);
    }

    Path folder() {
        return folder;
    }

    DatasetGraph store() {
        return store;
    }

    /// Counts the caller in; false if the database is closed already.
    boolean enter() {
        for (int now = users.get(); now > 0; now = users.get()) {
            if (users.compareAndSet(now, now + 1)) {
                return true;
            }
        }
        return false;
    }

    /// Counts one user out.
    void leave() {
        if (users.decrementAndGet() == 0) {
            TDBInternal.expel(store, true);
            if (retired) {
                delete(folder);
            }
        }
    }

    /// Lets go of the database; its folder is deleted when the last user has left.
    void retire() {
        retired = true;
        leave();
    }

    /// A read transaction, or part of the one this thread is in.
    <T> T read(Function<DatasetGraph, T> reading) {
        if (store.isInTransaction()) {
            return reading.apply(store);
        }
        store.begin(TxnType.READ);
        try {
            return reading.apply(store);
        } finally {
            store.end();
        }
    }

    /// A write transaction: committed when the work returns, undone when it throws.
    ///
    /// @throws UncheckedIOException if the disk is full, or nearly
    <T> T write(Supplier<T> writing) {
        room.require();
        store.begin(TxnType.WRITE);
        boolean written = false;
        try {
            var result = writing.get();
            store.commit();
            written = true;
            return result;
        } catch (InternalError e) {
            // So the JVM reports a page of a mapped file that the disk did not take.
            throw new UncheckedIOException("the disk of " + folder + " is full or damaged", new IOException(e));
        } finally {
            if (!written) {
                store.abort();
            }
            store.end();
        }
    }

    /// The size of the files.
    long bytes() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(Generation::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
