package tw.touchstone.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import tw.touchstone.model.Sha256;

/// A large object on its way in; closing it before [#keep()] leaves nothing behind. Not thread-safe.
final class Incoming implements AutoCloseable {

    private final LargeObjects objects;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.newDigest();
    private long size;

    Incoming(LargeObjects objects, Path file) throws IOException {
        this.objects = objects;
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    void write(byte[] bytes, int length) throws IOException {
        digest.update(bytes, 0, length);
        var buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        size += length;
    }

    Sha256 keep() throws IOException {
        channel.force(true);
        channel.close();
        Sha256 name = Sha256.of(digest);
        objects.keep(file, name, size);
        return name;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        LargeObjects.discard(file);
    }
}
