package tw.touchstone.inspection.workbook;

import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tw.touchstone.inspection.table.CellKind;
import tw.touchstone.inspection.workbook.CellValues.Meaning;
import tw.touchstone.model.fact.AnomalyCode;

/// Reads one worksheet part. (ECMA-376 part 1, 18.3)
final class XlsxSheet {

    private static final int LAST_COLUMN = 16_383;

    private final SheetRows rows;
    private final SharedStrings strings;
    private final List<Meaning> meanings;
    private final boolean from1904;
    private final StringBuilder text = new StringBuilder();
    private long line;
    private int column;
    private String type = "";
    private int style;
    private boolean inText;
    private boolean hasFormula;
    private boolean hasValue;

    XlsxSheet(SheetRows rows, SharedStrings strings, List<Meaning> meanings, boolean from1904) {
        this.rows = rows;
        this.strings = strings;
        this.meanings = meanings;
        this.from1904 = from1904;
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open(xml);
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!close(xml.getLocalName())) {
                        return;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inText) {
                        XlsxReader.append(text, xml);
                    }
                }
                default -> {}
            }
        }
    }

    private void open(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "row" -> row(xml);
            case "c" -> cell(xml);
            case "v" -> {
                hasValue = true;
                inText = true;
            }
            case "t" -> {
                hasValue = true;
                inText = type.equals("inlineStr");
            }
            case "f" -> hasFormula = true;
            case "col" -> {
                if (XlsxReader.isTrue(xml.getAttributeValue(null, "hidden"))) {
                    rows.hidden(number(xml, "min") - 1, Math.min(LAST_COLUMN, number(xml, "max") - 1));
                }
            }
            case "mergeCell" -> {
                var ref = xml.getAttributeValue(null, "ref");
                if (ref != null) {
                    rows.noteAt(AnomalyCode.MERGED_CELL, lineOf(ref), columnOf(ref) + 1, ref);
                }
            }
            default -> {}
        }
    }

    private void row(XMLStreamReader xml) {
        int stated = number(xml, "r");
        line = stated > 0 ? stated : line + 1;
        column = -1;
        rows.begin(line);
        if (XlsxReader.isTrue(xml.getAttributeValue(null, "hidden"))) {
            rows.noteAt(AnomalyCode.HIDDEN_ROW, line, 0, "");
        }
    }

    private void cell(XMLStreamReader xml) {
        var ref = xml.getAttributeValue(null, "r");
        int stated = ref == null ? -1 : columnOf(ref);
        column = Math.min(LAST_COLUMN, stated >= 0 ? stated : column + 1);
        var kind = xml.getAttributeValue(null, "t");
        type = kind == null ? "n" : kind;
        style = number(xml, "s");
        text.setLength(0);
        hasFormula = false;
        hasValue = false;
    }

    private static int number(XMLStreamReader xml, String attribute) {
        var value = xml.getAttributeValue(null, attribute);
        return value == null ? -1 : XlsxReader.number(value);
    }

    /// The column of a reference like `BC12`, counted from 0; -1 where it has none.
    private static int columnOf(String ref) {
        int number = 0;
        for (int i = 0; i < ref.length() && i < 3; i++) {
            char c = ref.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                number = number * 26 + c - 'A' + 1;
            } else {
                break;
            }
        }
        return number - 1;
    }

    private static long lineOf(String ref) {
        long number = 0;
        for (int i = 0; i < ref.length() && number < SheetRows.ROWS; i++) {
            char c = ref.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + c - '0';
            } else if (c == ':') {
                break;
            }
        }
        return number;
    }

    private boolean close(String name) {
        switch (name) {
            case "v", "t" -> inText = false;
            case "c" -> value();
            case "row" -> {
                return rows.end();
            }
            default -> {}
        }
        return true;
    }

    private void value() {
        if (!hasValue) {
            if (hasFormula) {
                rows.note(AnomalyCode.FORMULA_WITHOUT_VALUE, column, "");
            }
            return;
        }
        var stored = text.toString();
        switch (type) {
            case "s" -> rows.cell(column, strings.get(XlsxReader.number(stored.strip())).orElse(""), CellKind.TEXT);
            case "str", "inlineStr" -> rows.cell(column, stored, CellKind.TEXT);
            case "b" -> rows.cell(column, XlsxReader.isTrue(stored.strip()) ? "true" : "false", CellKind.BOOLEAN);
            case "e" -> rows.cell(column, stored, CellKind.ERROR);
            case "d" -> rows.cell(column, stored, stored.indexOf('T') < 0 ? CellKind.DATE : CellKind.DATE_TIME);
            default -> number(stored.strip());
        }
    }

    private void number(String stored) {
        var meaning = style >= 0 && style < meanings.size() ? meanings.get(style) : Meaning.QUANTITY;
        if (meaning == Meaning.QUANTITY) {
            rows.cell(column, CellValues.plain(stored), CellKind.NUMBER);
            return;
        }
        var number = parsed(stored);
        if (number == null) {
            rows.cell(column, stored, CellKind.UNSTATED);
        } else {
            var value = CellValues.of(number, meaning, from1904);
            rows.cell(column, value.text(), value.kind());
        }
    }

    private static @Nullable Double parsed(String stored) {
        try {
            return Double.valueOf(stored);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
