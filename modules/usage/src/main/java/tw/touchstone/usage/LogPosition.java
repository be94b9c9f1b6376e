package tw.touchstone.usage;

import java.util.Comparator;

/// A place in the event log: a segment, numbered from 1, and a byte in it.
record LogPosition(int segment, long offset) implements Comparable<LogPosition> {

    /// Before the first event.
    static final LogPosition START = new LogPosition(1, Segment.HEADER_BYTES);

    private static final Comparator<LogPosition> ORDER =
            Comparator.comparingInt(LogPosition::segment).thenComparingLong(LogPosition::offset);

    @Override
    public int compareTo(LogPosition other) {
        return ORDER.compare(this, other);
    }
}
