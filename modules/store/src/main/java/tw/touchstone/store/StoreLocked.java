package tw.touchstone.store;

import java.nio.file.Path;

/// Another process, or another part of this one, has the store open.
public final class StoreLocked extends RuntimeException {

    private final transient Path home;

    StoreLocked(Path home) {
        super("the store is in use by another process: " + home);
        this.home = home;
    }

    /// The folder that is in use.
    public Path home() {
        return home;
    }
}
