package tw.touchstone.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tw.touchstone.inspection.container.ContainerRead;
import tw.touchstone.inspection.container.StreamArchiveReader;
import tw.touchstone.inspection.container.ZipReader;
import tw.touchstone.inspection.format.Magic;
import tw.touchstone.inspection.format.Ole2;
import tw.touchstone.inspection.format.Recognised;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;

/// Says what bytes really are: format, encoding, dialect, records, and what is odd about them.
///
/// A pure function of the bytes: names, times and the machine play no part, and caps are counted in bytes, rows or
/// characters. The one cap on time never cuts facts: where it is reached there are none. Reads streaming, in constant
/// memory. Safe for use by several threads.
public final class Inspector {

    /// Names this behaviour; facts of the same bytes and the same version are equal.
    public static final String VERSION = "2";

    /// Far more than the largest file that is accepted takes.
    private static final Duration TIME_CAP = Duration.ofMinutes(10);

    private final Duration timeCap;

    /// With ten minutes for each file.
    public Inspector() {
        this(TIME_CAP);
    }

    /// With another cap on the time that one file may take.
    public Inspector(Duration timeCap) {
        this.timeCap = timeCap;
    }

    /// Inspects a file by its content alone.
    public Inspection inspect(Path file) {
        // A pipe or a device must not even be opened: that could block for ever.
        if (!Files.exists(file)) {
            return new Inspection.NotInspected("missing");
        }
        return Files.isRegularFile(file)
                ? inspect(ByteSource.of(file))
                : new Inspection.NotInspected("not-a-file");
    }

    /// Inspects bytes.
    public Inspection inspect(ByteSource source) {
        var timed = new TimedSource(source, timeCap);
        try {
            var facts = facts(timed, FirstPass.over(timed));
            return timed.isUp() ? new Inspection.NotInspected("time-cap") : new Inspection.Inspected(facts);
        } catch (TimedSource.TimeUp e) {
            return new Inspection.NotInspected("time-cap");
        } catch (IOException | UncheckedIOException e) {
            return new Inspection.NotInspected(timed.isUp() ? "time-cap" : "unreadable");
        }
    }

    private static ByteFacts facts(ByteSource source, FirstPass pass) throws IOException {
        if (pass.size() == 0) {
            var empty = new Recognised(FileFormat.UNKNOWN, "no bytes");
            return facts(pass, empty, new Content.Empty(), new Extent.Whole());
        }
        var magic = Magic.of(pass.head());
        return magic.isPresent() ? binary(source, pass, magic.get()) : TextInspection.facts(source, pass);
    }

    private static ByteFacts binary(ByteSource source, FirstPass pass, Recognised magic) throws IOException {
        return switch (magic.format()) {
            case ZIP -> facts(pass, ZipReader.read(source, Inspector::sniff));
            case GZIP -> facts(pass, StreamArchiveReader.gzip(source, pass.size(), Inspector::sniff));
            case TAR -> facts(pass, StreamArchiveReader.tar(source, Inspector::sniff));
            case XLS -> facts(pass, Ole2.of(source, pass.head()), new Content.Opaque(), new Extent.Whole());
            default -> facts(pass, magic, new Content.Opaque(), new Extent.Whole());
        };
    }

    /// The format of an archive's member by its first bytes.
    private static FileFormat sniff(byte[] head) {
        var magic = Magic.of(head);
        return magic.isPresent() ? magic.get().format() : TextInspection.sniff(head);
    }

    private static ByteFacts facts(FirstPass pass, ContainerRead read) {
        return facts(pass, new Recognised(read.format(), read.evidence()), read.content(), read.extent());
    }

    static ByteFacts facts(FirstPass pass, Recognised recognised, Content content, Extent extent) {
        return new ByteFacts(
                pass.digest(),
                pass.size(),
                VERSION,
                extent,
                recognised.format(),
                recognised.evidence(),
                Optional.empty(),
                content,
                Optional.empty());
    }
}
