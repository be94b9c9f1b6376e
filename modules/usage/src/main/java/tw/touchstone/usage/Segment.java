package tw.touchstone.usage;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// One file of the event log: a header and frames, only ever appended to.
final class Segment {

    static final int HEADER_BYTES = 8;

    private static final byte[] HEADER = "TSUSAGE1".getBytes(StandardCharsets.US_ASCII);

    private Segment() {}

    /// Receives the events of a log in order, with the place where each begins.
    interface Sink {
        void accept(UsageEvent event, LogPosition start);
    }

    /// What reading met.
    ///
    /// @param end     the place behind the last undamaged frame
    /// @param events  how many were read
    /// @param damaged bytes that were skipped because sound frames follow them
    /// @param torn    bytes at the end that hold no frame
    record Reading(long end, long events, long damaged, long torn) {}

    static byte[] header() {
        return HEADER.clone();
    }

    static Path file(Path directory, int number) {
        return directory.resolve("events-%08d.log".formatted(number));
    }

    /// Reads from one offset to another, the second excluded.
    ///
    /// @throws IllegalStateException if the file has another header
    static Reading read(Path directory, int number, long from, long to, Sink sink) throws IOException {
        Path file = file(directory, number);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ);
                var arena = Arena.ofConfined()) {
            long size = Math.min(to, channel.size());
            if (size < HEADER_BYTES) {
                return new Reading(HEADER_BYTES, 0, 0, 0);
            }
            var log = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena).asByteBuffer();
            if (!log.slice(0, HEADER_BYTES).equals(ByteBuffer.wrap(HEADER))) {
                throw new IllegalStateException("%s is not an event log that this version can read".formatted(file));
            }
            return read(log, number, (int) Math.min(from, size), sink);
        }
    }

    private static Reading read(ByteBuffer log, int number, int from, Sink sink) {
        int at = from;
        int end = from;
        long events = 0;
        long damaged = 0;
        while (at < log.limit()) {
            int length = EventFrame.length(log, at);
            var event = length == 0 ? Optional.<UsageEvent>empty() : EventFrame.read(log, at);
            if (event.isPresent()) {
                sink.accept(event.get(), new LogPosition(number, at));
                damaged += at - end;
                at += length;
                end = at;
                events++;
            } else {
                // A flipped byte must cost one event, not all behind it: look for the next sound frame byte by byte.
                at++;
            }
        }
        return new Reading(end, events, damaged, log.limit() - end);
    }
}
