package tw.touchstone.usage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;

/// The derived numbers at a place of the log, so that a start reads only what came after it. Losing it loses nothing.
///
/// @param robotList    version of the list they were derived under
/// @param at           events that begin before this place are in
/// @param doubleClicks where reading has to begin to know the double-clicks of what comes after
record Checkpoint(
        String robotList,
        LogPosition at,
        LogPosition doubleClicks,
        Series catalogue,
        Map<DatasetId, Series> datasets,
        Map<DistributionId, Series> distributions) {

    private static final long FORMAT = 0x5453_5543_4b50_0001L;
    private static final String NAME = "checkpoint";
    private static final int BUFFER = 1 << 16;

    /// Copies what may change, so that the copy can be written while counting goes on.
    static Checkpoint of(Tally tally, LogPosition at) {
        var datasets = HashMap.<DatasetId, Series>newHashMap(tally.datasets().size());
        tally.datasets().forEach((id, series) -> datasets.put(id, series.copy()));
        var distributions =
                HashMap.<DistributionId, Series>newHashMap(tally.distributions().size());
        tally.distributions().forEach((id, series) -> distributions.put(id, series.copy()));
        return new Checkpoint(
                tally.robots().version(),
                at,
                tally.doubleClicksFrom(),
                tally.catalogue().copy(),
                datasets,
                distributions);
    }

    Tally tally(RobotList robots) {
        return new Tally(robots, new DoubleClicks(doubleClicks), catalogue, datasets, distributions);
    }

    void write(Path directory) throws IOException {
        Path unfinished = directory.resolve(NAME + ".part");
        try (var channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            var sum = new CheckedOutputStream(
                    new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), new CRC32C());
            var out = new DataOutputStream(new BufferedOutputStream(sum, BUFFER));
            writeBody(out);
            out.flush();
            out.writeLong(sum.getChecksum().getValue());
            out.flush();
            channel.force(true);
        }
        Files.move(unfinished, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        DirectorySync.sync(directory);
    }

    private void writeBody(DataOutputStream out) throws IOException {
        out.writeLong(FORMAT);
        out.writeUTF(robotList);
        for (var place : new LogPosition[] {at, doubleClicks}) {
            out.writeInt(place.segment());
            out.writeLong(place.offset());
        }
        catalogue.write(out);
        out.writeInt(datasets.size());
        for (var entry : datasets.entrySet()) {
            out.writeUTF(entry.getKey().value());
            entry.getValue().write(out);
        }
        out.writeInt(distributions.size());
        for (var entry : distributions.entrySet()) {
            out.writeUTF(entry.getKey().dataset().value());
            out.writeInt(entry.getKey().number());
            entry.getValue().write(out);
        }
    }

    /// The last one written; empty where there is none that this version can use.
    static Optional<Checkpoint> read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.isRegularFile(file) || !isSound(file)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            return in.readLong() == FORMAT ? Optional.of(readBody(in)) : Optional.empty();
        }
    }

    private static boolean isSound(Path file) throws IOException {
        long size = Files.size(file);
        if (size < 2 * Long.BYTES) {
            return false;
        }
        try (var checked = new CheckedInputStream(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER), new CRC32C());
                var in = new DataInputStream(checked)) {
            in.skipNBytes(size - Long.BYTES);
            long sum = checked.getChecksum().getValue();
            return in.readLong() == sum;
        }
    }

    private static Checkpoint readBody(DataInputStream in) throws IOException {
        String robotList = in.readUTF();
        var at = new LogPosition(in.readInt(), in.readLong());
        var doubleClicks = new LogPosition(in.readInt(), in.readLong());
        var catalogue = Series.read(in);
        var datasets = new HashMap<DatasetId, Series>();
        for (int left = in.readInt(); left > 0; left--) {
            datasets.put(new DatasetId(in.readUTF()), Series.read(in));
        }
        var distributions = new HashMap<DistributionId, Series>();
        for (int left = in.readInt(); left > 0; left--) {
            var dataset = new DatasetId(in.readUTF());
            distributions.put(new DistributionId(dataset, in.readInt()), Series.read(in));
        }
        return new Checkpoint(robotList, at, doubleClicks, catalogue, datasets, distributions);
    }
}
