package tw.touchstone.inspection.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;

/// Reads gzip and tar, which have no directory and must be unpacked to be known.
public final class StreamArchiveReader {

    /// Bytes unpacked at most.
    static final long UNPACKED = 1L << 30;

    /// How many times its packed size something may unpack to.
    static final long RATIO = 200;

    private static final long RATIO_FREE = 16 << 20;

    private StreamArchiveReader() {}

    /// Unpacks a gzip file to learn how long its content is and what it begins with.
    ///
    /// @param size packed, in bytes
    public static ContainerRead gzip(ByteSource source, long size, Sniffer sniffer) throws IOException {
        long cap = Math.min(UNPACKED, Math.max(RATIO_FREE, size * RATIO));
        String evidence = "begins with the gzip signature";
        try (var raw = Channels.newInputStream(source.open())) {
            InputStream in;
            try {
                in = new GZIPInputStream(raw, 1 << 16);
            } catch (IOException e) {
                return broken(FileFormat.GZIP, evidence, e);
            }
            var buffer = new byte[1 << 16];
            var head = new byte[0];
            long length = 0;
            try {
                head = in.readNBytes(Sniffer.HEAD);
                length = head.length;
                for (int count = in.read(buffer); count >= 0 && length <= cap; count = in.read(buffer)) {
                    length += count;
                }
            } catch (IOException e) {
                return broken(FileFormat.GZIP, evidence, e);
            }
            Extent extent = length > cap
                    ? new Extent.Partial(cap == UNPACKED ? "unpacked-bytes" : "ratio", cap)
                    : new Extent.Whole();
            var member = new Member("", length, head.length == 0 ? FileFormat.UNKNOWN : sniffer.format(head));
            return new ContainerRead(FileFormat.GZIP, evidence, new Content.Members(List.of(member)), extent);
        }
    }

    /// Lists a tar.
    public static ContainerRead tar(ByteSource source, Sniffer sniffer) throws IOException {
        var members = new ArrayList<Member>();
        Extent extent = new Extent.Whole();
        String evidence = "a tar header";
        try (var tar = new TarArchiveInputStream(
                new BufferedInputStream(Channels.newInputStream(source.open()), 1 << 16),
                StandardCharsets.UTF_8.name())) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (members.size() == ZipReader.ENTRIES) {
                    extent = new Extent.Partial("entries", ZipReader.ENTRIES);
                    break;
                }
                if (entry.isFile()) {
                    var head = tar.readNBytes(Sniffer.HEAD);
                    members.add(new Member(
                            entry.getName(),
                            entry.getSize(),
                            head.length == 0 ? FileFormat.UNKNOWN : sniffer.format(head)));
                }
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            return broken(FileFormat.TAR, evidence, e);
        }
        return new ContainerRead(FileFormat.TAR, evidence, new Content.Members(members), extent);
    }

    private static ContainerRead broken(FileFormat format, String evidence, Exception e) {
        var message = e.getMessage() == null ? "it breaks off" : e.getMessage();
        return new ContainerRead(
                format,
                evidence,
                new Content.Malformed("broken " + format.code() + ": " + message, new Place(0, 0, -1, "")),
                new Extent.Whole());
    }
}
