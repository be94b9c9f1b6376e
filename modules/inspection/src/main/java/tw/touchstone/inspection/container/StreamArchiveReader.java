package tw.touchstone.inspection.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.container.MemberInspector.SideTexts;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Member;

/// Reads gzip and tar, which have no directory and must be unpacked to be known.
public final class StreamArchiveReader {

    private StreamArchiveReader() {}

    /// Unpacks a gzip file, whose one member has no name that counts.
    ///
    /// @param size packed, in bytes
    public static Reading gzip(ByteSource source, long size, MemberInspector inspector, UnpackBudget budget)
            throws IOException {
        long ratio = UnpackBudget.allowance(size);
        long cap = Math.min(ratio, budget.bytesLeft());
        var evidence = "begins with the gzip signature";
        try (var raw = Channels.newInputStream(source.open())) {
            InputStream in;
            try {
                in = new GZIPInputStream(raw, 1 << 16);
            } catch (IOException e) {
                return Reading.broken(FileFormat.GZIP, evidence, "broken gzip", e);
            }
            try (var spool = Spool.of(in, cap)) {
                budget.unpacked(spool.size());
                if (spool.failure().isPresent()) {
                    return Reading.broken(FileFormat.GZIP, evidence, "broken gzip", spool.failure().get());
                }
                var head = spool.size() == 0 ? FileFormat.UNKNOWN : inspector.format(spool.head());
                if (!spool.isWhole()) {
                    var name = ratio < UnpackBudget.UNPACKED ? "ratio" : "unpacked-bytes";
                    return Reading.of(
                                    FileFormat.GZIP,
                                    evidence,
                                    new Content.Members(List.of(new Member("", spool.size(), head))))
                            .read(new Extent.Partial(name, cap));
                }
                Optional<ByteFacts> facts = spool.size() == 0
                        ? Optional.empty()
                        : Optional.of(inspector.facts(spool, "", SideTexts.NONE));
                facts.ifPresent(budget::kept);
                var member = new Member("", spool.size(), facts.map(ByteFacts::format).orElse(head), facts);
                return Reading.of(FileFormat.GZIP, evidence, new Content.Members(List.of(member)));
            }
        }
    }

    /// Reads the members of a tar.
    public static Reading tar(ByteSource source, long size, MemberInspector inspector, UnpackBudget budget)
            throws IOException {
        var evidence = "a tar header";
        var collector = new MemberCollector(inspector, budget, size, SideTexts.NONE);
        try (var tar = new TarArchiveInputStream(
                new BufferedInputStream(Channels.newInputStream(source.open()), 1 << 16),
                StandardCharsets.UTF_8.name())) {
            for (var entry = next(tar); entry.isPresent() && !collector.isFull(); entry = next(tar)) {
                member(tar, entry.get(), collector);
            }
        } catch (MemberCollector.MemberFailed e) {
            if (collector.members().isEmpty()) {
                return Reading.broken(FileFormat.TAR, evidence, "broken tar", e);
            }
            // A member that breaks off breaks its archive off.
            if (!collector.isLastBroken()) {
                collector.broken("", e);
            }
        }
        return Reading.of(FileFormat.TAR, evidence, collector.content()).read(collector.extent());
    }

    private static Optional<TarArchiveEntry> next(TarArchiveInputStream tar) throws MemberCollector.MemberFailed {
        try {
            return Optional.ofNullable(tar.getNextEntry());
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            var reason = Reading.message(e);
            throw new MemberCollector.MemberFailed(reason.isEmpty() ? "it breaks off" : reason);
        }
    }

    private static void member(TarArchiveInputStream tar, TarArchiveEntry entry, MemberCollector collector)
            throws IOException {
        if (entry.isDirectory()) {
            return;
        }
        boolean data = !entry.isLink()
                && !entry.isSymbolicLink()
                && !entry.isFIFO()
                && !entry.isCharacterDevice()
                && !entry.isBlockDevice();
        if (data && entry.isFile() && tar.canReadEntryData(entry)) {
            collector.file(entry.getName(), entry.getSize(), () -> new Unclosed(tar));
        } else {
            // Links, devices and pipes: nothing of them is data.
            collector.note(AnomalyCode.LINK_MEMBER, entry.getName(), entry.getLinkName());
            collector.listed(entry.getName(), 0);
        }
    }

    /// A member's end is not the archive's.
    static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
