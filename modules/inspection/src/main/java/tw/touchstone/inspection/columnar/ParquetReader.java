package tw.touchstone.inspection.columnar;

import dev.hardwood.HardwoodContext;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.FileSchema;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.util.List;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.table.CellKind;
import tw.touchstone.inspection.table.Row;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.inspection.table.TableAssembler;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Place;

/// Reads Apache Parquet: the footer always, the rows where no part of a column unpacks to more than the memory allows.
///
/// Columns that hold lists or structures are named and counted, not looked into.
public final class ParquetReader {

    /// Bytes that the footer may take; those of a few thousand columns are below one megabyte.
    private static final int FOOTER = 16 << 20;

    /// Bytes that one column may unpack to in one row group.
    private static final long CHUNK = 32 << 20;

    /// Bytes that all columns together may unpack to in one row group.
    private static final long ROW_GROUP = 96 << 20;

    private static final int COLUMNS = 2_000;
    private static final String EVIDENCE = "begins with PAR1";

    private ParquetReader() {}

    /// Reads a file.
    public static Reading read(ByteSource source, long size, RowSink sink) throws IOException {
        var file = new SourceFile(source, size);
        var footer = file.footerLength();
        if (footer < 0) {
            return malformed("a Parquet file without its footer", size);
        }
        if (footer > FOOTER) {
            return Reading.of(FileFormat.PARQUET, EVIDENCE, new Content.Opaque())
                    .read(new Extent.Partial("footer-bytes", FOOTER));
        }
        if (!PageCheck.isWhole(file, footer)) {
            return malformed("a broken Parquet footer", size - 8 - footer);
        }
        // One thread: rows come in one order only, and memory is bounded by one column's pages.
        try (var context = HardwoodContext.create(1);
                var parquet = ParquetFileReader.open(file, context)) {
            return read(parquet, file, sink);
        } catch (IOException e) {
            return Reading.broken(FileFormat.PARQUET, EVIDENCE, "broken Parquet", e);
        } catch (RuntimeException e) {
            // The library answers broken pages with exceptions of every kind.
            return Reading.broken(FileFormat.PARQUET, EVIDENCE, "broken Parquet", e);
        }
    }

    private static Reading malformed(String reason, long offset) {
        return Reading.of(
                FileFormat.PARQUET, EVIDENCE, new Content.Malformed(reason, new Place(0, 0, offset, "")));
    }

    private static Reading read(ParquetFileReader parquet, SourceFile file, RowSink sink) throws IOException {
        var footer = parquet.getFileMetaData();
        var schema = parquet.getFileSchema();
        var children = schema.getRootNode().children();
        if (children.isEmpty()) {
            return malformed("a table without columns", -1);
        }
        if (children.size() > COLUMNS || footer.rowGroups().size() * (long) children.size() > 1_000_000) {
            return Reading.of(FileFormat.PARQUET, EVIDENCE, new Content.Opaque())
                    .read(new Extent.Partial("columns", COLUMNS));
        }
        if (!fits(footer)) {
            return footer(footer, schema).read(new Extent.Partial("row-group-bytes", ROW_GROUP));
        }
        var trouble = PageCheck.of(file, footer, CHUNK);
        if (trouble.isPresent()) {
            return switch (trouble.get()) {
                case PageCheck.Trouble.Lie(var reason, var offset) -> malformed(reason, offset);
                case PageCheck.Trouble.TooManyValues _ ->
                    footer(footer, schema).read(new Extent.Partial("page-values", PageCheck.VALUES));
            };
        }
        var table = TableAssembler.named("", children.stream().map(SchemaNode::name).toList(), sink);
        long count = rows(parquet, schema, table, footer.numRows());
        if (count != footer.numRows()) {
            var found = count > footer.numRows() ? "more" : Long.toString(count);
            return malformed("the footer states %d rows, %s are there".formatted(footer.numRows(), found), -1);
        }
        var extent = table.cap().<Extent>map(cap -> cap).orElseGet(Extent.Whole::new);
        return new Reading(FileFormat.PARQUET, EVIDENCE, new Content.Tables(table.finish()), extent, table.geo());
    }

    private static Reading footer(FileMetaData footer, FileSchema schema) {
        return Reading.of(
                FileFormat.PARQUET, EVIDENCE, new Content.Tables(List.of(FooterProfile.of(footer, schema))));
    }

    private static boolean fits(FileMetaData footer) {
        for (var group : footer.rowGroups()) {
            long sum = 0;
            for (ColumnChunk chunk : group.columns()) {
                long bytes = Math.max(
                        chunk.metaData().totalUncompressedSize(), chunk.metaData().totalCompressedSize());
                if (bytes > CHUNK) {
                    return false;
                }
                sum += bytes;
            }
            if (sum > ROW_GROUP) {
                return false;
            }
        }
        return true;
    }

    /// Reads rows, at most one more than stated.
    private static long rows(ParquetFileReader parquet, FileSchema schema, TableAssembler table, long stated) {
        var children = schema.getRootNode().children();
        var row = new Row();
        long count = 0;
        try (RowReader rows = parquet.rowReader()) {
            while (count <= stated && rows.hasNext()) {
                rows.next();
                count++;
                row.begin(count);
                for (int i = 0; i < children.size(); i++) {
                    cell(rows, i, children.get(i), row);
                }
                table.add(row);
            }
        }
        return count;
    }

    private static void cell(RowReader rows, int column, SchemaNode node, Row row) {
        if (!(node instanceof SchemaNode.PrimitiveNode) || rows.isNull(column)) {
            row.add("");
            return;
        }
        var value = rows.getValue(column);
        var text = ParquetValues.text(value);
        row.add(text, value == null ? CellKind.UNSTATED : ParquetValues.kind(value));
    }
}
