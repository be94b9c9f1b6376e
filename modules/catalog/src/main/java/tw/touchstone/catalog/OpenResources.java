package tw.touchstone.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/// What has been opened, to be closed in the reverse order. Not thread-safe.
final class OpenResources implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    /// Closes all of them, also where one fails.
    ///
    /// @throws IllegalStateException if any failed, with every failure
    @Override
    public void close() {
        var failures = new ArrayList<Exception>();
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            var first = new IllegalStateException("the catalogue did not close cleanly", failures.getFirst());
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
