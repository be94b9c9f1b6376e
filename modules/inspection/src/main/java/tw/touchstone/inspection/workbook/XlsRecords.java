package tw.touchstone.inspection.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;
import tw.touchstone.inspection.table.CellKind;
import tw.touchstone.inspection.workbook.CellValues.Meaning;
import tw.touchstone.model.fact.AnomalyCode;

/// Makes rows of the records of a workbook as the library hands them over. ([MS-XLS] 2.1.7.20)
final class XlsRecords extends AbortableHSSFListener {

    private static final short GO_ON = 0;
    private static final short STOP = 1;

    private final Workbook workbook;
    private final List<BoundSheetRecord> stated = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> formats = new ArrayList<>();
    private final Map<Integer, Meaning> meanings = new HashMap<>();
    private @Nullable SSTRecord texts;
    private @Nullable SheetRows rows;
    private @Nullable FormulaRecord waiting;
    private boolean from1904;
    private int depth;
    private int sheet;
    private int line = -1;

    XlsRecords(Workbook workbook) {
        this.workbook = workbook;
    }

    @Override
    public short abortableProcessRecord(Record record) {
        switch (record) {
            case BOFRecord begin -> begin(begin);
            case EOFRecord _ -> {
                depth--;
                if (depth == 0 && rows != null) {
                    finish();
                }
            }
            case BoundSheetRecord bound -> stated.add(bound);
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            case FormatRecord format -> codes.put(format.getIndexCode(), format.getFormatString());
            case ExtendedFormatRecord format -> formats.add((int) format.getFormatIndex());
            case SSTRecord table -> texts = table;
            default -> {
                var current = rows;
                if (current != null && depth == 1) {
                    return inSheet(record, current) ? GO_ON : STOP;
                }
            }
        }
        return GO_ON;
    }

    private void begin(BOFRecord begin) {
        depth++;
        if (depth > 1 || begin.getType() == BOFRecord.TYPE_WORKBOOK) {
            return;
        }
        var ordered = List.of(BoundSheetRecord.orderByBofPosition(stated));
        var name = sheet < ordered.size() ? ordered.get(sheet).getSheetname() : "";
        boolean hidden = sheet < ordered.size() && (ordered.get(sheet).isHidden() || ordered.get(sheet).isVeryHidden());
        sheet++;
        line = -1;
        rows = begin.getType() == BOFRecord.TYPE_WORKSHEET ? workbook.sheet(name, hidden).orElse(null) : null;
    }

    /// Ends the sheet that is open.
    void finish() {
        var current = rows;
        if (current != null) {
            endRow(current);
            workbook.finish(current);
            rows = null;
        }
    }

    private void endRow(SheetRows current) {
        if (line >= 0) {
            current.end();
        }
    }

    private boolean inSheet(Record record, SheetRows current) {
        switch (record) {
            case RowRecord row -> {
                if (row.getZeroHeight()) {
                    current.noteAt(AnomalyCode.HIDDEN_ROW, row.getRowNumber() + 1L, 0, "");
                }
            }
            case ColumnInfoRecord columns -> {
                if (columns.getHidden()) {
                    current.hidden(columns.getFirstColumn(), columns.getLastColumn());
                }
            }
            case MergeCellsRecord merged -> {
                for (int i = 0; i < merged.getNumAreas(); i++) {
                    var area = merged.getAreaAt(i);
                    current.noteAt(
                            AnomalyCode.MERGED_CELL,
                            area.getFirstRow() + 1L,
                            area.getFirstColumn() + 1,
                            area.formatAsString());
                }
            }
            case StringRecord text -> {
                var formula = waiting;
                if (formula != null) {
                    current.cell(formula.getColumn(), text.getString(), CellKind.TEXT);
                    waiting = null;
                }
            }
            case LabelRecord label -> {
                if (at(current, label.getRow())) {
                    current.cell(label.getColumn(), label.getValue(), CellKind.TEXT);
                }
            }
            case CellRecord cell -> {
                if (at(current, cell.getRow())) {
                    cell(cell, current);
                }
            }
            default -> {}
        }
        return true;
    }

    /// Goes to a row; false where no more rows are read.
    private boolean at(SheetRows current, int row) {
        if (row != line) {
            if (line >= 0 && !current.end()) {
                return false;
            }
            line = row;
            current.begin(row + 1L);
        }
        return true;
    }

    private void cell(CellRecord cell, SheetRows current) {
        int column = cell.getColumn();
        switch (cell) {
            case LabelSSTRecord label -> {
                var table = texts;
                if (table != null && label.getSSTIndex() >= 0 && label.getSSTIndex() < table.getNumUniqueStrings()) {
                    current.cell(column, table.getString(label.getSSTIndex()).getString(), CellKind.TEXT);
                }
            }
            case NumberRecord number -> number(number.getValue(), cell, current);
            case BoolErrRecord value -> {
                if (value.isBoolean()) {
                    current.cell(column, Boolean.toString(value.getBooleanValue()), CellKind.BOOLEAN);
                } else {
                    error(value.getErrorValue(), column, current);
                }
            }
            case FormulaRecord formula -> formula(formula, current);
            default -> {}
        }
    }

    private void formula(FormulaRecord formula, SheetRows current) {
        int column = formula.getColumn();
        switch (formula.getCachedResultTypeEnum()) {
            case STRING -> waiting = formula;
            case BOOLEAN -> current.cell(column, Boolean.toString(formula.getCachedBooleanValue()), CellKind.BOOLEAN);
            case ERROR -> error((byte) formula.getCachedErrorValue(), column, current);
            default -> number(formula.getValue(), formula, current);
        }
    }

    private static void error(byte code, int column, SheetRows current) {
        var text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
        current.cell(column, text, CellKind.ERROR);
    }

    private void number(double number, CellRecord cell, SheetRows current) {
        var meaning = meanings.computeIfAbsent((int) cell.getXFIndex(), this::meaning);
        var value = CellValues.of(number, meaning, from1904);
        current.cell(cell.getColumn(), value.text(), value.kind());
    }

    private Meaning meaning(int style) {
        if (style < 0 || style >= formats.size()) {
            return Meaning.QUANTITY;
        }
        int format = formats.get(style);
        // Excel writes the built-in formats out, too; those of days differ by country and are known by number.
        return CellValues.meaning(format, format < 164 ? "" : codes.getOrDefault(format, ""));
    }
}
