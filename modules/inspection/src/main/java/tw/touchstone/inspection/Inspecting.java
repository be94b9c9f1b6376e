package tw.touchstone.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import tw.touchstone.inspection.columnar.ParquetReader;
import tw.touchstone.inspection.container.MemberInspector;
import tw.touchstone.inspection.container.MemberInspector.SideTexts;
import tw.touchstone.inspection.container.SevenZipReader;
import tw.touchstone.inspection.container.StreamArchiveReader;
import tw.touchstone.inspection.container.UnpackBudget;
import tw.touchstone.inspection.container.ZipArchive;
import tw.touchstone.inspection.container.ZipReader;
import tw.touchstone.inspection.document.Ole2Reader;
import tw.touchstone.inspection.document.PdfReader;
import tw.touchstone.inspection.format.Magic;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.format.Recognised;
import tw.touchstone.inspection.shapefile.DbfReader;
import tw.touchstone.inspection.shapefile.ShpReader;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.inspection.workbook.OdsReader;
import tw.touchstone.inspection.workbook.XlsxReader;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;

/// One inspection: a file and the files inside it, under one clock and one budget for unpacking. For one thread.
final class Inspecting {

    private final TimedSource file;
    private final RowSink sink;
    private final UnpackBudget budget = new UnpackBudget();

    /// @param sink takes the rows of every table, those of the files inside too
    Inspecting(TimedSource file, RowSink sink) {
        this.file = file;
        this.sink = sink;
    }

    ByteFacts facts() throws IOException {
        return facts(file, 0, "", SideTexts.NONE);
    }

    private ByteFacts facts(ByteSource source, int depth, String path, SideTexts beside) throws IOException {
        var pass = FirstPass.over(source);
        if (pass.size() == 0) {
            return facts(pass, Reading.of(FileFormat.UNKNOWN, "no bytes", new Content.Empty()));
        }
        var magic = Magic.of(pass.head());
        if (magic.isPresent()) {
            return facts(pass, binary(source, pass, magic.get(), depth, path, beside));
        }
        return DbfReader.isDbf(pass.head())
                ? facts(pass, DbfReader.read(source, beside.of(path, ".cpg"), sink))
                : TextInspection.facts(source, pass, sink);
    }

    private Reading binary(
            ByteSource source, FirstPass pass, Recognised magic, int depth, String path, SideTexts beside)
            throws IOException {
        var members = new Members(depth);
        boolean archive = magic.format().kind() == FileFormat.Kind.ARCHIVE && magic.format() != FileFormat.ZIP;
        if (archive && !members.goesDeeper()) {
            return tooDeep(magic);
        }
        return switch (magic.format()) {
            case ZIP -> zip(source, magic, members);
            case GZIP -> StreamArchiveReader.gzip(source, pass.size(), members, budget);
            case TAR -> StreamArchiveReader.tar(source, pass.size(), members, budget);
            case SHP -> ShpReader.read(source, beside.of(path, ".prj"), path.isEmpty());
            case XLS -> Ole2Reader.read(source, sink);
            case PDF -> PdfReader.read(source, pass.head(), pass.size());
            case PARQUET -> ParquetReader.read(source, pass.size(), sink);
            case SEVEN_ZIP -> SevenZipReader.read(source, pass.size(), members, budget);
            default -> Reading.opaque(magic);
        };
    }

    private static Reading tooDeep(Recognised recognised) {
        return Reading.opaque(recognised).read(new Extent.Partial("archives-in-archives", UnpackBudget.DEPTH));
    }

    private Reading zip(ByteSource source, Recognised magic, Members members) throws IOException {
        ZipArchive opened;
        try {
            opened = ZipArchive.open(source);
        } catch (IOException e) {
            return ZipReader.broken(e);
        }
        try (var zip = opened) {
            var format = zip.family();
            return switch (format) {
                case XLSX -> XlsxReader.read(zip, sink);
                case ODS -> OdsReader.read(zip, sink);
                case DOCX, PPTX, EPUB -> Reading.opaque(new Recognised(format, ZipReader.evidence(format)));
                case ODT -> Reading.of(
                        format,
                        ZipReader.evidence(format),
                        OdsReader.isEncrypted(zip) ? new Content.Encrypted() : new Content.Opaque());
                default -> members.goesDeeper() ? ZipReader.read(zip, members, budget) : tooDeep(magic);
            };
        }
    }

    private static ByteFacts facts(FirstPass pass, Reading reading) {
        return new ByteFacts(
                pass.digest(),
                pass.size(),
                Inspector.VERSION,
                reading.extent(),
                reading.format(),
                reading.evidence(),
                reading.text(),
                reading.content(),
                reading.geo());
    }

    /// The format by the first bytes only.
    private static FileFormat sniff(byte[] head) {
        var magic = Magic.of(head);
        return magic.isPresent()
                ? magic.get().format()
                : DbfReader.isDbf(head) ? FileFormat.DBF : TextInspection.sniff(head);
    }

    /// Inspects members of an archive at some depth.
    private final class Members implements MemberInspector {

        private final int depth;

        Members(int depth) {
            this.depth = depth;
        }

        @Override
        public FileFormat format(byte[] head) {
            return sniff(head);
        }

        @Override
        public ByteFacts facts(ByteSource member, String path, SideTexts beside) {
            sink.enter();
            try {
                return Inspecting.this.facts(file.within(member), depth + 1, path, beside);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read what was unpacked", e);
            } finally {
                sink.leave();
            }
        }

        @Override
        public boolean goesDeeper() {
            return depth < UnpackBudget.DEPTH;
        }
    }
}
