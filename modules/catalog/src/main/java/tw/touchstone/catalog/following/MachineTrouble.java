package tw.touchstone.catalog.following;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/// Tells trouble of the machine, which passes and is nobody's fault, from a change that cannot be taken in.
final class MachineTrouble {

    /// Primary result codes of SQLite: busy, locked, no memory, read-only, I/O error, full, cannot open.
    private static final Set<Integer> SQLITE = Set.of(5, 6, 7, 8, 10, 13, 14);

    private static final int PRIMARY = 0xff;

    private MachineTrouble() {}

    /// Whether a disk or a database file is behind it. A violated constraint is not: trying again does not help.
    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(100)
                .anyMatch(cause -> cause instanceof IOException
                        || (cause instanceof SQLException sql && SQLITE.contains(sql.getErrorCode() & PRIMARY)));
    }
}
