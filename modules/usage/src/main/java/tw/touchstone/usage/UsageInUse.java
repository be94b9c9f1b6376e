package tw.touchstone.usage;

import java.nio.file.Path;

/// Another process has this event log open; two at once would write into each other's events.
public final class UsageInUse extends RuntimeException {

    UsageInUse(Path directory) {
        super("the usage log %s is open in another process".formatted(directory));
    }
}
