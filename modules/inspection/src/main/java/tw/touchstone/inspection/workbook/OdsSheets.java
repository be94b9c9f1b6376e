package tw.touchstone.inspection.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tw.touchstone.inspection.table.CellKind;
import tw.touchstone.model.fact.AnomalyCode;

/// Reads `content.xml` of a spreadsheet. Rows and cells that say how often they are repeated are repeated only as far as
/// they hold something: every sheet ends in a million blank rows that are one element.
final class OdsSheets {

    private static final int COLUMNS = 16_384;
    private static final int STYLES = 10_000;

    private record Cell(int column, String text, CellKind kind) {}

    private final Workbook workbook;
    private final Set<String> hiddenStyles = new HashSet<>();
    private final List<Cell> cells = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable SheetRows rows;
    private String style = "";
    private long line;
    private long repeatedRows;
    private boolean hiddenRow;
    private int column;
    private int columnElement;
    private int repeatedCells;
    private String kind = "";
    private String value = "";
    private boolean formula;
    private int paragraphs;
    private int inParagraph;
    private int aside;
    private boolean full;

    OdsSheets(Workbook workbook) {
        this.workbook = workbook;
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open(xml);
                case XMLStreamConstants.END_ELEMENT -> close(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inParagraph > 0 && aside == 0) {
                        XlsxReader.append(text, xml);
                    }
                }
                default -> {}
            }
        }
    }

    /// Ends reading before the end.
    void stop() {
        var sheet = rows;
        if (sheet != null) {
            workbook.finish(sheet);
            rows = null;
        }
    }

    private void open(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "style" -> style = attribute(xml, "name");
            case "table-properties" -> {
                if (attribute(xml, "display").equals("false") && hiddenStyles.size() < STYLES) {
                    hiddenStyles.add(style);
                }
            }
            case "table" -> {
                var name = attribute(xml, "name");
                boolean hidden = hiddenStyles.contains(attribute(xml, "style-name"))
                        || attribute(xml, "display").equals("false");
                rows = workbook.sheet(name, hidden).orElse(null);
                line = 0;
                columnElement = 0;
                full = false;
            }
            case "table-column" -> {
                int repeated = repeated(xml, "number-columns-repeated");
                if (rows != null && isHidden(xml)) {
                    rows.hidden(columnElement, Math.min(COLUMNS, columnElement + repeated) - 1);
                }
                columnElement = Math.min(COLUMNS, columnElement + repeated);
            }
            case "table-row" -> {
                repeatedRows = repeated(xml, "number-rows-repeated");
                hiddenRow = isHidden(xml);
                column = 0;
                cells.clear();
            }
            case "table-cell", "covered-table-cell" -> cell(xml);
            case "annotation" -> aside++;
            case "p" -> {
                if (aside == 0) {
                    if (paragraphs > 0) {
                        text.append('\n');
                    }
                    paragraphs++;
                    inParagraph++;
                }
            }
            case "s" -> {
                if (inParagraph > 0 && aside == 0) {
                    text.append(" ".repeat(Math.min(100, repeated(xml, "c"))));
                }
            }
            case "tab" -> {
                if (inParagraph > 0 && aside == 0) {
                    text.append('\t');
                }
            }
            default -> {}
        }
    }

    private static boolean isHidden(XMLStreamReader xml) {
        var visibility = attribute(xml, "visibility");
        return visibility.equals("collapse") || visibility.equals("filter");
    }

    private void cell(XMLStreamReader xml) {
        repeatedCells = repeated(xml, "number-columns-repeated");
        kind = attribute(xml, "value-type");
        value = switch (kind) {
            case "date" -> attribute(xml, "date-value");
            case "time" -> attribute(xml, "time-value");
            case "boolean" -> attribute(xml, "boolean-value");
            case "string" -> attribute(xml, "string-value");
            default -> attribute(xml, "value");
        };
        formula = !attribute(xml, "formula").isEmpty();
        text.setLength(0);
        paragraphs = 0;
        boolean merged = xml.getLocalName().equals("table-cell")
                && (repeated(xml, "number-columns-spanned") > 1 || repeated(xml, "number-rows-spanned") > 1);
        if (merged && rows != null) {
            rows.noteAt(AnomalyCode.MERGED_CELL, line + 1, column + 1, "");
        }
    }

    /// An attribute by its local name: the namespaces changed between versions, the names did not. Extensions of one
    /// maker repeat some names, so the first one counts.
    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name) && !"calcext".equals(xml.getAttributePrefix(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static int repeated(XMLStreamReader xml, String name) {
        return Math.max(1, XlsxReader.number(attribute(xml, name)));
    }

    private void close(String name) {
        switch (name) {
            case "annotation" -> aside = Math.max(0, aside - 1);
            case "p" -> inParagraph = Math.max(0, inParagraph - (aside == 0 ? 1 : 0));
            case "table-cell", "covered-table-cell" -> endCell();
            case "table-row" -> endRow();
            case "table" -> stop();
            default -> {}
        }
    }

    private void endCell() {
        var found = value();
        if (!found.text().isEmpty()) {
            for (int i = 0; i < repeatedCells && column + i < COLUMNS; i++) {
                cells.add(new Cell(column + i, found.text(), found.kind()));
            }
        } else if (formula && rows != null) {
            rows.noteAt(AnomalyCode.FORMULA_WITHOUT_VALUE, line + 1, column + 1, "");
        }
        column = (int) Math.min(COLUMNS, (long) column + repeatedCells);
    }

    private CellValues.Value value() {
        var shown = text.toString();
        return switch (kind) {
            case "float", "percentage", "currency" -> error(shown)
                    ? new CellValues.Value(shown, CellKind.ERROR)
                    : new CellValues.Value(CellValues.plain(value), CellKind.NUMBER);
            case "date" -> new CellValues.Value(
                    value.endsWith("T00:00:00") ? value.substring(0, value.length() - 9) : value,
                    value.indexOf('T') < 0 || value.endsWith("T00:00:00") ? CellKind.DATE : CellKind.DATE_TIME);
            case "boolean" -> new CellValues.Value(value, CellKind.BOOLEAN);
            case "time" -> new CellValues.Value(shown, CellKind.UNSTATED);
            case "" -> new CellValues.Value(shown, CellKind.UNSTATED);
            default -> error(shown) && formula
                    ? new CellValues.Value(shown, CellKind.ERROR)
                    : new CellValues.Value(shown.isEmpty() ? value : shown, CellKind.TEXT);
        };
    }

    private static boolean error(String shown) {
        return shown.matches("#(REF|N/A|VALUE|DIV/0|NAME|NUM|NULL)[!?]?|Err:\\d{3}");
    }

    private void endRow() {
        var sheet = rows;
        long times = cells.isEmpty() || full ? 0 : repeatedRows;
        for (long i = 0; i < times && sheet != null; i++) {
            sheet.begin(line + i + 1);
            for (var cell : cells) {
                sheet.cell(cell.column(), cell.text(), cell.kind());
            }
            if (hiddenRow) {
                sheet.noteAt(AnomalyCode.HIDDEN_ROW, line + i + 1, 0, "");
            }
            if (!sheet.end()) {
                full = true;
                break;
            }
        }
        line += repeatedRows;
        cells.clear();
    }
}
