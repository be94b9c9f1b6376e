package tw.touchstone.inspection;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Bytes that can be read several times, each time from the beginning, and always the same.
@FunctionalInterface
public interface ByteSource {

    /// A fresh channel at the first byte; the caller closes it.
    SeekableByteChannel open() throws IOException;

    /// The bytes of a file.
    static ByteSource of(Path file) {
        return () -> Files.newByteChannel(file);
    }

    /// Bytes in memory, which must not be changed any more.
    static ByteSource of(byte[] bytes) {
        return () -> new SeekableInMemoryByteChannel(bytes);
    }
}
