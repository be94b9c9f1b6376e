package tw.touchstone.usage;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// Counts of one subject day by day, a few bytes a day. May be used from any thread.
///
/// The latest day is open for counting, the ones before are packed: the distance to the day before, a bit for each of
/// the six counts that is not zero, then those counts, as numbers of variable length.
final class Series implements Days {

    /// View and download by [Agent], in this order: see [#cell(Agent, Kind)].
    static final int CELLS = 6;

    private byte[] packed = {};
    private int lastPacked;
    private int day = Integer.MIN_VALUE;
    private final int[] open = new int[CELLS];

    static int cell(Agent agent, Kind kind) {
        return agent.code() * 2 + kind.code();
    }

    synchronized void add(int epochDay, int cell) {
        if (epochDay > day) {
            seal();
            day = epochDay;
        }
        if (epochDay == day) {
            open[cell]++;
        } else {
            addEarlier(epochDay, cell);
        }
    }

    @Override
    public synchronized void forEachDay(Visitor visitor) {
        var counts = new int[CELLS];
        var in = new Varints(packed);
        int at = 0;
        while (in.hasMore()) {
            at += in.next();
            int mask = in.next();
            for (int cell = 0; cell < CELLS; cell++) {
                counts[cell] = (mask & (1 << cell)) == 0 ? 0 : in.next();
            }
            visitor.day(at, counts);
        }
        if (day != Integer.MIN_VALUE) {
            visitor.day(day, open.clone());
        }
    }

    @Override
    public synchronized boolean endsBefore(int epochDay) {
        return day < epochDay;
    }

    private void seal() {
        if (day == Integer.MIN_VALUE) {
            return;
        }
        var out = new ByteArrayOutputStream();
        pack(out, day - lastPacked, open);
        var entry = out.toByteArray();
        packed = Arrays.copyOf(packed, packed.length + entry.length);
        System.arraycopy(entry, 0, packed, packed.length - entry.length, entry.length);
        lastPacked = day;
        Arrays.fill(open, 0);
    }

    private static void pack(ByteArrayOutputStream out, int distance, int[] counts) {
        Varints.write(out, distance);
        int mask = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            mask |= counts[cell] == 0 ? 0 : 1 << cell;
        }
        Varints.write(out, mask);
        for (int count : counts) {
            if (count != 0) {
                Varints.write(out, count);
            }
        }
    }

    /// The clock went back over midnight: rare, so everything is packed anew.
    private void addEarlier(int epochDay, int cell) {
        var again = new Series();
        var one = new int[CELLS];
        one[cell] = 1;
        boolean[] added = {false};
        forEachDay((at, counts) -> {
            if (!added[0] && epochDay < at) {
                again.append(epochDay, one);
                added[0] = true;
            }
            if (at == epochDay) {
                counts[cell]++;
                added[0] = true;
            }
            again.append(at, counts);
        });
        packed = again.packed;
        lastPacked = again.lastPacked;
    }

    private void append(int epochDay, int[] counts) {
        seal();
        day = epochDay;
        System.arraycopy(counts, 0, open, 0, CELLS);
    }

    synchronized Series copy() {
        var copy = new Series();
        copy.packed = packed;
        copy.lastPacked = lastPacked;
        copy.day = day;
        System.arraycopy(open, 0, copy.open, 0, CELLS);
        return copy;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(packed.length);
        out.write(packed);
        out.writeInt(lastPacked);
        out.writeInt(day);
        for (int count : open) {
            out.writeInt(count);
        }
    }

    static Series read(DataInput in) throws IOException {
        var series = new Series();
        series.packed = new byte[in.readInt()];
        in.readFully(series.packed);
        series.lastPacked = in.readInt();
        series.day = in.readInt();
        for (int cell = 0; cell < CELLS; cell++) {
            series.open[cell] = in.readInt();
        }
        return series;
    }
}
