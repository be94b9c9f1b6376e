package tw.touchstone.inspection.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.TableProfile;

/// The tables of all sheets as they are read, one sheet at a time.
final class Workbook {

    /// Sheets that are read.
    private static final int SHEETS = 256;

    /// Columns of all tables together, whose profiles are kept in memory.
    private static final int COLUMNS = 20_000;

    private final RowSink sink;
    private final List<TableProfile> tables = new ArrayList<>();
    private Extent extent = new Extent.Whole();
    private Optional<GeoProfile> geo = Optional.empty();
    private int sheets;
    private long columns;

    /// @param sink takes the rows of all sheets
    Workbook(RowSink sink) {
        this.sink = sink;
    }

    /// The next sheet; empty where no more are read.
    Optional<SheetRows> sheet(String name, boolean hidden) {
        if (sheets == SHEETS) {
            stopped(new Extent.Partial("sheets", SHEETS));
            return Optional.empty();
        }
        if (columns >= COLUMNS) {
            stopped(new Extent.Partial("columns-of-all-sheets", COLUMNS));
            return Optional.empty();
        }
        sheets++;
        var sheet = new SheetRows(name, sink);
        if (hidden) {
            sheet.noteAt(AnomalyCode.HIDDEN_SHEET, 0, 0, name);
        }
        return Optional.of(sheet);
    }

    /// Takes what a sheet gave; a sheet without any value gives no table.
    void finish(SheetRows sheet) {
        sheet.cap().ifPresent(this::stopped);
        if (!sheet.isEmpty()) {
            var found = sheet.finish();
            tables.addAll(found);
            columns += found.stream().mapToLong(table -> table.columns().size()).sum();
            geo = geo.or(sheet::geo);
        }
    }

    void stopped(Extent partial) {
        if (extent instanceof Extent.Whole) {
            extent = partial;
        }
    }

    Reading reading(FileFormat format, String evidence) {
        return new Reading(format, evidence, new Content.Tables(tables), extent, geo);
    }
}
