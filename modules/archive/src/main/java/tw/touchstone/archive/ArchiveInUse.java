package tw.touchstone.archive;

import java.nio.file.Path;

/// Another process has this archive open; two at once would take each other's unfinished files for leftovers.
public final class ArchiveInUse extends RuntimeException {

    ArchiveInUse(Path directory) {
        super("the archive %s is open in another process".formatted(directory));
    }
}
