package tw.touchstone.inspection.columnar;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.FileMetaData;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks over the footer, the indexes and the page headers of all columns before the library reads them: sizes and counts
/// that lie make it allocate what they say, or wait for bytes that never come. (Apache Parquet format 2.11, parquet.thrift)
final class PageCheck {

    /// Values that one page may hold; writers cut pages at 20,000 rows or a megabyte.
    static final int VALUES = 4 << 20;

    private static final int WINDOW = 1 << 12;
    private static final int LARGEST_HEADER = 1 << 20;
    private static final int PAGES = 1_000_000;
    private static final int INDEX = 16 << 20;

    private static final int DATA = 0;
    private static final int DATA_V2 = 3;

    /// What a page header says. All that is missing is 0.
    private record Header(long type, long unpacked, long packed, long values, long levels, int length) {

        boolean hasData() {
            return type == DATA || type == DATA_V2;
        }
    }

    /// What is wrong with the pages.
    sealed interface Trouble {

        /// A header that lies.
        record Lie(String reason, long offset) implements Trouble {}

        /// More values in one page than are read.
        record TooManyValues() implements Trouble {}
    }

    private final SourceFile file;
    private int pages;

    private PageCheck(SourceFile file) {
        this.file = file;
    }

    /// Whether all that a footer states to be in it is in it.
    static boolean isWhole(SourceFile file, long length) throws IOException {
        try {
            file.open();
            new CompactThrift(file.readRange(file.length() - 8 - length, (int) length)).pass();
            return true;
        } catch (CompactThrift.Broken e) {
            return false;
        } finally {
            file.close();
        }
    }

    /// The first trouble; empty where there is none. The file is open.
    static Optional<Trouble> of(SourceFile file, FileMetaData footer, long largest) throws IOException {
        var check = new PageCheck(file);
        for (var group : footer.rowGroups()) {
            for (var chunk : group.columns()) {
                var trouble = check.chunk(chunk, largest);
                if (trouble.isPresent()) {
                    return trouble;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Trouble> chunk(ColumnChunk chunk, long largest) throws IOException {
        long at = chunk.chunkStartOffset();
        long end = at + chunk.metaData().totalCompressedSize();
        if (at < 4 || end < at || end > file.length()) {
            return lie("a column outside the file", at);
        }
        if (!indexes(chunk, at, end)) {
            return lie("an index that points elsewhere", at);
        }
        long values = 0;
        while (at < end && values < chunk.metaData().numValues()) {
            if (++pages > PAGES) {
                return lie("more than %d pages".formatted(PAGES), at);
            }
            Header header;
            try {
                header = header(at, end);
            } catch (CompactThrift.Broken e) {
                return lie("a page without a header", at);
            }
            boolean sized = header.packed() >= 0
                    && header.unpacked() >= 0
                    && header.unpacked() <= largest
                    && header.packed() <= end - at - header.length()
                    && header.values() >= 0
                    && header.levels() >= 0
                    && header.levels() <= header.packed();
            if (!sized) {
                return lie("a page larger than its column", at);
            }
            if (header.values() > VALUES) {
                return Optional.of(new Trouble.TooManyValues());
            }
            values += header.hasData() ? header.values() : 0;
            at += header.length() + header.packed();
        }
        return values == chunk.metaData().numValues()
                ? Optional.empty()
                : lie("%d values stated, %d there".formatted(chunk.metaData().numValues(), values), at);
    }

    /// Whether the indexes of a column are whole, and its pages where they say.
    private boolean indexes(ColumnChunk chunk, long from, long to) throws IOException {
        try {
            var columns = index(chunk.columnIndexOffset(), chunk.columnIndexLength());
            if (columns.isPresent()) {
                columns.get().pass();
            }
            var pages = index(chunk.offsetIndexOffset(), chunk.offsetIndexLength());
            return pages.isEmpty() || locations(pages.get(), from, to);
        } catch (CompactThrift.Broken e) {
            return false;
        }
    }

    private Optional<CompactThrift> index(@Nullable Long offset, @Nullable Integer length) throws IOException {
        if (offset == null || length == null) {
            return Optional.empty();
        }
        if (offset < 4 || length < 0 || length > INDEX || offset > file.length() - length) {
            throw new CompactThrift.Broken();
        }
        return Optional.of(new CompactThrift(file.readRange(offset, length)));
    }

    private static boolean locations(CompactThrift index, long from, long to) {
        boolean inside = true;
        while (index.next() != CompactThrift.STOP) {
            if (index.field() == 1) {
                for (int left = index.structures(); left > 0; left--) {
                    var location = counts(index);
                    inside &= location[1] >= from && location[1] <= to - location[2];
                }
            } else {
                index.skip();
            }
        }
        return inside;
    }

    private static Optional<Trouble> lie(String reason, long offset) {
        return Optional.of(new Trouble.Lie(reason, offset));
    }

    private Header header(long at, long end) throws IOException {
        long left = end - at;
        try {
            return header(at, (int) Math.min(WINDOW, left));
        } catch (CompactThrift.Broken e) {
            // Statistics in it can be long.
            if (left <= WINDOW) {
                throw e;
            }
            return header(at, (int) Math.min(LARGEST_HEADER, left));
        }
    }

    private Header header(long at, int window) throws IOException {
        var bytes = file.readRange(at, window);
        var thrift = new CompactThrift(bytes);
        long[] numbers = new long[4];
        long values = 0;
        long levels = 0;
        while (thrift.next() != CompactThrift.STOP) {
            switch (thrift.field()) {
                case 1, 2, 3 -> numbers[thrift.field()] = thrift.number();
                case 5, 7 -> values = counts(thrift)[1];
                case 8 -> {
                    var counts = counts(thrift);
                    values = counts[1];
                    levels = counts[5] + counts[6];
                }
                default -> thrift.skip();
            }
        }
        return new Header(numbers[1], numbers[2], numbers[3], values, levels, bytes.position());
    }

    /// The first whole numbers of a structure, by their fields.
    private static long[] counts(CompactThrift thrift) {
        var counts = new long[7];
        int outer = thrift.enter();
        for (int type = thrift.next(); type != CompactThrift.STOP; type = thrift.next()) {
            if (thrift.field() > 0 && thrift.field() < counts.length && (type == 5 || type == 6)) {
                counts[thrift.field()] = thrift.number();
                if (counts[thrift.field()] < 0) {
                    throw new CompactThrift.Broken();
                }
            } else {
                thrift.skip();
            }
        }
        thrift.leave(outer);
        return counts;
    }
}
