package tw.touchstone.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.format.Recognised;
import tw.touchstone.inspection.format.TextFormats;
import tw.touchstone.inspection.rdf.RdfReader;
import tw.touchstone.inspection.table.DialectDetector;
import tw.touchstone.inspection.table.LocatedTables;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.inspection.table.TableReader;
import tw.touchstone.inspection.text.CharacterOffsets;
import tw.touchstone.inspection.text.DetectedText;
import tw.touchstone.inspection.text.EncodingDetector;
import tw.touchstone.inspection.text.LineOffsets;
import tw.touchstone.inspection.text.Utf8Scan;
import tw.touchstone.inspection.tree.JsonReader;
import tw.touchstone.inspection.tree.JsonText;
import tw.touchstone.inspection.tree.LocatedTrees;
import tw.touchstone.inspection.tree.XmlReader;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;

/// Inspects bytes that have no signature: text, if they decode to any.
final class TextInspection {

    private static final int SAMPLE_CHARS = 1 << 18;

    private static final Set<AnomalyCode> DECLARED = Set.of(AnomalyCode.DOCTYPE, AnomalyCode.ENTITY_REFERENCE);

    private TextInspection() {}

    static ByteFacts facts(ByteSource source, FirstPass pass, RowSink sink) throws IOException {
        var text = EncodingDetector.detect(source, pass.head(), pass.scan());
        var sample = sample(source, pass.size(), text);
        boolean wide = text.facts().encoding() == TextEncoding.UTF_16LE
                || text.facts().encoding() == TextEncoding.UTF_16BE;
        long controls = wide ? controls(sample) : pass.scan().controls();
        long length = wide ? sample.length() : pass.size();
        // Text has hardly any control characters; about every tenth byte of packed data is one.
        if (controls * 50 > length) {
            var unknown = new Recognised(FileFormat.UNKNOWN, "no signature, and too many control characters for text");
            return new ByteFacts(
                    pass.digest(),
                    pass.size(),
                    Inspector.VERSION,
                    new Extent.Whole(),
                    unknown.format(),
                    unknown.evidence(),
                    Optional.empty(),
                    new Content.Opaque(),
                    Optional.empty());
        }
        var format = TextFormats.of(sample);
        if (format.isPresent()) {
            return marked(source, pass, text, format.get(), sink);
        }
        var dialect = DialectDetector.detect(wholeLines(sample));
        if (dialect.isPresent()) {
            var guess = dialect.get();
            var table = guess.delimiter() == '\t' ? FileFormat.TSV : FileFormat.CSV;
            var evidence = guess.columns() == 1
                    ? "a name and below it lines of one field"
                    : "records divided into %d fields by %s"
                            .formatted(guess.columns(), DialectDetector.name(guess.delimiter()));
            try (var reader = text.open(source)) {
                var read = TableReader.read(reader, guess, (int) Math.min(SAMPLE_CHARS, pass.size()), sink);
                var tables = read.content().tables();
                var characters = CharacterOffsets.of(source, text, LocatedTables.characters(tables));
                var offsets = LineOffsets.of(source, text, LocatedTables.lines(tables, read.geo()));
                return facts(
                        pass,
                        new Recognised(table, evidence),
                        text,
                        new Content.Tables(LocatedTables.of(tables, characters, offsets)),
                        read.extent(),
                        read.geo().map(geo -> LocatedTables.of(geo, offsets)));
            }
        }
        var plain = new Recognised(FileFormat.TXT, "text of no structure");
        return facts(pass, plain, text, new Content.Opaque(), new Extent.Whole());
    }

    private static ByteFacts marked(
            ByteSource source, FirstPass pass, DetectedText text, Recognised format, RowSink sink)
            throws IOException {
        return switch (format.format()) {
            case JSON -> facts(pass, text, located(source, text, json(source, text, sink)));
            case XML -> xml(source, pass, text, sink);
            case TURTLE, TRIG, N_TRIPLES, N_QUADS -> facts(pass, text, located(source, text, rdf(source, text, format)));
            default -> facts(pass, format, text, new Content.Opaque(), new Extent.Whole());
        };
    }

    private static ByteFacts xml(ByteSource source, FirstPass pass, DetectedText text, RowSink sink) throws IOException {
        var read = XmlReader.read(() -> text.open(source), sink);
        // What declares its own entities is noted as XML, and not read further.
        boolean plain = read.format() == FileFormat.RDF_XML
                && text.readAs().equals(StandardCharsets.UTF_8)
                && read.content() instanceof Content.Tree(var tree)
                && tree.anomalies().stream().noneMatch(each -> DECLARED.contains(each.code()))
                && read.extent() instanceof Extent.Whole;
        var facts = plain ? rdf(source, text, new Recognised(read.format(), read.evidence())) : read;
        return facts(pass, text, located(source, text, facts));
    }

    private static Reading located(ByteSource source, DetectedText text, Reading read) throws IOException {
        return LocatedTrees.of(read, LineOffsets.of(source, text, LocatedTrees.lines(read)));
    }

    /// RDF is in UTF-8 by its specifications; a text in another encoding breaks them. (RDF 1.1 Turtle, 6)
    private static Reading rdf(ByteSource source, DetectedText text, Recognised format) throws IOException {
        if (!text.readAs().equals(StandardCharsets.UTF_8)) {
            var name = text.facts().encoding().display();
            return Reading.of(
                    format.format(),
                    format.evidence(),
                    new Content.Malformed("in %s where the format knows UTF-8 only".formatted(name), new Place(1, 1, 0, "")));
        }
        return RdfReader.read(format.format(), format.evidence(), () -> text.openBytes(source));
    }

    private static Reading json(ByteSource source, DetectedText text, RowSink sink) throws IOException {
        boolean utf8 = text.facts().encoding() == TextEncoding.UTF_8 || text.facts().encoding() == TextEncoding.ASCII;
        return JsonReader.read(
                utf8
                        ? JsonText.ofBytes(() -> text.openBytes(source), () -> text.open(source), text.skip())
                        : JsonText.ofCharacters(() -> text.open(source)),
                sink);
    }

    /// The format by the first bytes only, for members of archives.
    static FileFormat sniff(byte[] head) {
        var scan = new Utf8Scan();
        scan.accept(head, head.length, false);
        try {
            var source = ByteSource.of(head);
            var text = EncodingDetector.detect(source, head, scan);
            var sample = sample(source, head.length, text);
            if (scan.controls() * 50 > head.length && controls(sample) * 50 > sample.length()) {
                return FileFormat.UNKNOWN;
            }
            var format = TextFormats.of(sample).map(Recognised::format);
            return format.orElseGet(() -> DialectDetector.detect(wholeLines(sample))
                    .map(guess -> guess.delimiter() == '\t' ? FileFormat.TSV : FileFormat.CSV)
                    .orElse(FileFormat.TXT));
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be read", e);
        }
    }

    private static String sample(ByteSource source, long size, DetectedText text) throws IOException {
        try (var reader = text.open(source)) {
            var chars = new char[(int) Math.min(SAMPLE_CHARS, size + 1)];
            int length = 0;
            while (length < chars.length) {
                int count = reader.read(chars, length, chars.length - length);
                if (count < 0) {
                    break;
                }
                length += count;
            }
            return new String(chars, 0, length);
        }
    }

    /// Without the last line where the sample may have cut it.
    private static String wholeLines(String sample) {
        if (sample.length() < SAMPLE_CHARS) {
            return sample;
        }
        int end = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'));
        return end < 0 ? sample : sample.substring(0, end + 1);
    }

    private static long controls(String sample) {
        return sample.chars()
                .filter(c -> (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0xFFFF)
                .count();
    }

    private static ByteFacts facts(FirstPass pass, DetectedText text, Reading read) {
        var recognised = new Recognised(read.format(), read.evidence());
        return facts(pass, recognised, text, read.content(), read.extent(), read.geo());
    }

    private static ByteFacts facts(
            FirstPass pass, Recognised recognised, DetectedText text, Content content, Extent extent) {
        return facts(pass, recognised, text, content, extent, Optional.empty());
    }

    private static ByteFacts facts(
            FirstPass pass,
            Recognised recognised,
            DetectedText text,
            Content content,
            Extent extent,
            Optional<GeoProfile> geo) {
        return new ByteFacts(
                pass.digest(),
                pass.size(),
                Inspector.VERSION,
                extent,
                recognised.format(),
                recognised.evidence(),
                Optional.of(text.facts()),
                content,
                geo);
    }
}
