package tw.touchstone.usage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;

/// How an event is written: length and CRC-32C of what follows, then flags, time, visitor key, distribution, dataset
/// and product. Numbers are big-endian; a frame takes about 45 bytes.
final class EventFrame {

    /// Length and checksum in front of the body.
    static final int PREFIX_BYTES = 8;

    private static final int SHORTEST = 17;
    private static final int LONGEST = 128;
    private static final int DOWNLOAD = 1;
    private static final int AGENT_SHIFT = 1;
    private static final int AGENT_MASK = 3;
    private static final int KEYED = 8;

    private EventFrame() {}

    static byte[] write(UsageEvent event) {
        byte[] dataset = event.dataset().value().getBytes(StandardCharsets.US_ASCII);
        byte[] product = event.product().getBytes(StandardCharsets.US_ASCII);
        boolean keyed = !event.visitorKey().isEmpty();
        int length = 1 + Long.BYTES + (keyed ? Long.BYTES : 0) + Integer.BYTES + 1 + dataset.length + 1 + product.length;
        var frame = ByteBuffer.allocate(PREFIX_BYTES + length);
        frame.position(PREFIX_BYTES);
        frame.put((byte) (event.kind().code()
                | (event.agent().code() << AGENT_SHIFT)
                | (keyed ? KEYED : 0)));
        frame.putLong(event.at().toEpochMilli());
        if (keyed) {
            frame.putLong(Long.parseUnsignedLong(event.visitorKey(), 16));
        }
        frame.putInt(event.distribution().map(DistributionId::number).orElse(0));
        frame.put((byte) dataset.length).put(dataset);
        frame.put((byte) product.length).put(product);
        frame.putInt(0, length).putInt(4, checksum(frame, length));
        return frame.array();
    }

    /// The length of the frame at this place; zero where no whole and undamaged frame begins here.
    static int length(ByteBuffer log, int at) {
        if (log.limit() - at < PREFIX_BYTES + SHORTEST) {
            return 0;
        }
        int length = log.getInt(at);
        boolean possible = length >= SHORTEST && length <= LONGEST && log.limit() - at - PREFIX_BYTES >= length;
        if (!possible) {
            return 0;
        }
        boolean sound = log.getInt(at + 4) == checksum(log.slice(at, PREFIX_BYTES + length), length);
        return sound ? PREFIX_BYTES + length : 0;
    }

    /// The event of the undamaged frame at this place; empty where this version cannot read it.
    static Optional<UsageEvent> read(ByteBuffer log, int at) {
        var body = log.duplicate().position(at + PREFIX_BYTES);
        try {
            int flags = body.get();
            var time = Instant.ofEpochMilli(body.getLong());
            String key = (flags & KEYED) == 0 ? VisitorKeys.NONE : HexFormat.of().toHexDigits(body.getLong());
            int number = body.getInt();
            var dataset = new DatasetId(text(body));
            return Optional.of(new UsageEvent(
                    time,
                    (flags & DOWNLOAD) == 0 ? Kind.VIEW : Kind.DOWNLOAD,
                    dataset,
                    number == 0 ? Optional.empty() : Optional.of(new DistributionId(dataset, number)),
                    key,
                    text(body),
                    agent((flags >> AGENT_SHIFT) & AGENT_MASK)));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Agent agent(int code) {
        return switch (code) {
            case 0 -> Agent.HUMAN;
            case 1 -> Agent.MACHINE;
            case 2 -> Agent.ROBOT;
            default -> throw new IllegalArgumentException("no agent has code " + code);
        };
    }

    private static String text(ByteBuffer body) {
        var bytes = new byte[body.get() & 0x7f];
        body.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static int checksum(ByteBuffer frame, int length) {
        var checksum = new CRC32C();
        checksum.update(frame.duplicate().position(PREFIX_BYTES).limit(PREFIX_BYTES + length));
        return (int) checksum.getValue();
    }
}
