package tw.touchstone.usage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The append-only log of events, in numbered segments.
///
/// One thread at a time may append, and another may sync meanwhile. It writes through [RandomAccessFile] because a
/// [FileChannel] is closed for everybody when a thread that writes to it is interrupted.
final class EventLog implements AutoCloseable {

    private final Path directory;
    private final long segmentBytes;
    private int segment;
    private long end;
    private RandomAccessFile file;
    private boolean suspect;
    private boolean unsynced;
    private final List<RandomAccessFile> finished = new ArrayList<>();

    private EventLog(Path directory, long segmentBytes, int segment) throws IOException {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.segment = segment;
        this.file = openForWriting(segment);
        this.end = Math.max(file.length(), Segment.HEADER_BYTES);
        if (file.length() < Segment.HEADER_BYTES) {
            begin();
        }
    }

    /// @throws IllegalStateException if a segment is missing
    static EventLog open(Path directory, long segmentBytes) throws IOException {
        int last = 0;
        while (Files.isRegularFile(Segment.file(directory, last + 1))) {
            last++;
        }
        long found;
        try (var files = Files.list(directory)) {
            found = files.filter(path -> path.getFileName().toString().matches("events-[0-9]{8}\\.log"))
                    .count();
        }
        if (found != last) {
            throw new IllegalStateException("%s is missing: its events would be lost from every total"
                    .formatted(Segment.file(directory, last + 1)));
        }
        return new EventLog(directory, segmentBytes, Math.max(last, 1));
    }

    LogPosition end() {
        return new LogPosition(segment, end);
    }

    /// Reads from one place to another.
    Segment.Reading read(LogPosition from, LogPosition to, Segment.Sink sink) throws IOException {
        var sum = new Segment.Reading(from.offset(), 0, 0, 0);
        for (int number = from.segment(); number <= to.segment(); number++) {
            long start = number == from.segment() ? from.offset() : Segment.HEADER_BYTES;
            long stop = number == to.segment() ? to.offset() : Long.MAX_VALUE;
            var reading = Segment.read(directory, number, start, stop, sink);
            sum = new Segment.Reading(
                    reading.end(),
                    sum.events() + reading.events(),
                    // Only the last segment can have a torn end; elsewhere it is damage.
                    sum.damaged() + reading.damaged() + sum.torn(),
                    reading.torn());
        }
        return sum;
    }

    /// The files up to a place, with how much of each lies before it.
    static List<LogFile> files(Path directory, LogPosition end) throws IOException {
        var files = new ArrayList<LogFile>();
        for (int number = 1; number < end.segment(); number++) {
            Path file = Segment.file(directory, number);
            files.add(new LogFile(file, Files.size(file)));
        }
        files.add(new LogFile(Segment.file(directory, end.segment()), end.offset()));
        return List.copyOf(files);
    }

    /// Takes everything behind this place of the last segment away.
    void cut(long offset) throws IOException {
        end = offset;
        file.setLength(end);
        file.seek(end);
        unsynced = true;
    }

    /// Writes a frame behind the last one, and answers where it begins.
    LogPosition append(byte[] frame) throws IOException {
        if (suspect) {
            cut(end);
            suspect = false;
        }
        if (end + frame.length > segmentBytes && end > Segment.HEADER_BYTES) {
            roll();
        }
        try {
            file.write(frame);
        } catch (IOException e) {
            // A part may have been written; it is cut off before the next event.
            suspect = true;
            throw e;
        }
        var start = end();
        end += frame.length;
        unsynced = true;
        return start;
    }

    private void roll() throws IOException {
        var next = openForWriting(segment + 1);
        var before = file;
        file = next;
        try {
            begin();
        } catch (IOException e) {
            file = before;
            next.close();
            Files.deleteIfExists(Segment.file(directory, segment + 1));
            throw e;
        }
        finished.add(before);
        segment++;
    }

    private void begin() throws IOException {
        file.setLength(0);
        file.write(Segment.header());
        end = Segment.HEADER_BYTES;
        unsynced = true;
    }

    private RandomAccessFile openForWriting(int number) throws IOException {
        var opened = new RandomAccessFile(Segment.file(directory, number).toFile(), "rw");
        opened.seek(opened.length());
        return opened;
    }

    /// What has to be brought to the disk; take it where nobody appends, run it where appending may go on.
    Unsynced takeUnsynced() {
        var before = List.copyOf(finished);
        finished.clear();
        boolean dirty = unsynced;
        unsynced = false;
        return new Unsynced(directory, before, file, dirty);
    }

    /// Takes back what could not be brought to the disk, for another try.
    void putBack(Unsynced failed) {
        unsynced = true;
        failed.finished.stream().filter(old -> old.getChannel().isOpen()).forEach(finished::add);
    }

    /// Files with bytes that a power cut could still take.
    record Unsynced(Path directory, List<RandomAccessFile> finished, RandomAccessFile current, boolean dirty) {

        void sync() throws IOException {
            for (var file : finished) {
                file.getFD().sync();
                file.close();
            }
            if (dirty) {
                current.getFD().sync();
            }
            if (!finished.isEmpty()) {
                DirectorySync.sync(directory);
            }
        }
    }

    @Override
    public void close() throws IOException {
        takeUnsynced().sync();
        file.close();
    }
}
