package tw.touchstone.usage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Brings the names in a directory to the disk, so that a new, renamed or deleted file is so after a power cut too.
final class DirectorySync {

    private DirectorySync() {}

    static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
