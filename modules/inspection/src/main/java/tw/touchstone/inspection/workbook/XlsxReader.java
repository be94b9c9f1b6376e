package tw.touchstone.inspection.workbook;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tw.touchstone.inspection.container.ZipArchive;
import tw.touchstone.inspection.container.ZipReader;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.inspection.tree.XmlStreams;
import tw.touchstone.inspection.workbook.CellValues.Meaning;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Place;

/// Reads the sheets of an Office Open XML workbook as streams (ECMA-376 part 1, 18; the strict namespaces too).
public final class XlsxReader {

    private static final int SHEETS = 10_000;
    private static final int STYLES = 100_000;
    private static final int TEXT = 1 << 17;
    private static final String EVIDENCE = ZipReader.evidence(FileFormat.XLSX);

    private record Stated(String name, String relation, boolean hidden) {}

    private final Parts parts;
    private final Workbook workbook;
    private final List<Stated> sheets = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final List<Meaning> meanings = new ArrayList<>();
    private boolean from1904;

    private XlsxReader(Parts parts, RowSink sink) {
        this.parts = parts;
        this.workbook = new Workbook(sink);
    }

    /// Reads a workbook.
    public static Reading read(ZipArchive zip, RowSink sink) throws IOException {
        if (!zip.has("xl/workbook.xml")) {
            return Reading.of(FileFormat.XLSX, "a ZIP with the members of XLSB", new Content.Opaque());
        }
        try (var strings = new SharedStrings()) {
            return new XlsxReader(new Parts(zip), sink).read(strings);
        }
    }

    private Reading read(SharedStrings strings) throws IOException {
        var part = "xl/workbook.xml";
        try {
            part("xl/workbook.xml", this::workbook);
            part = "xl/_rels/workbook.xml.rels";
            part(part, this::relations);
            part = "xl/styles.xml";
            part(part, this::styles);
            part = "xl/sharedStrings.xml";
            part(part, xml -> strings(xml, strings));
            strings.ready();
            if (strings.isCapped()) {
                workbook.stopped(new Extent.Partial("shared-strings", SharedStrings.TEXTS));
            }
            for (var stated : sheets) {
                part = targets.getOrDefault(stated.relation(), "");
                var rows = part.isEmpty() ? Optional.<SheetRows>empty() : workbook.sheet(stated.name(), stated.hidden());
                if (rows.isPresent()) {
                    var sheet = new XlsxSheet(rows.get(), strings, meanings, from1904);
                    try {
                        part(part, sheet::read);
                    } finally {
                        workbook.finish(rows.get());
                    }
                }
            }
            return workbook.reading(FileFormat.XLSX, EVIDENCE);
        } catch (Parts.TooLarge e) {
            workbook.stopped(e.extent());
            return workbook.reading(FileFormat.XLSX, EVIDENCE);
        } catch (XMLStreamException e) {
            var at = XmlStreams.place(e).in(part);
            return Reading.of(FileFormat.XLSX, EVIDENCE, new Content.Malformed(XmlStreams.reason(e), at));
        } catch (IOException e) {
            var at = new Place(part, 0, 0, -1, "");
            var reason = "broken part: " + Reading.message(e);
            return Reading.of(FileFormat.XLSX, EVIDENCE, new Content.Malformed(Reading.firstLine(reason), at));
        }
    }

    @FunctionalInterface
    private interface PartReader {
        void read(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    private void part(String name, PartReader reader) throws XMLStreamException, IOException {
        var opened = parts.open(name);
        if (opened.isEmpty()) {
            return;
        }
        try (InputStream in = opened.get()) {
            var xml = XmlStreams.openPart(in);
            try {
                reader.read(xml);
            } catch (WstxLazyException e) {
                throw XmlStreams.cause(e);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            // A part that cannot be unpacked, rather than broken XML.
            if (e.getCause() instanceof IOException io && !(io instanceof CharConversionException)) {
                throw io;
            }
            throw e;
        }
    }

    private void workbook(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "workbookPr" -> from1904 = isTrue(xml.getAttributeValue(null, "date1904"));
                    case "sheet" -> {
                        var state = xml.getAttributeValue(null, "state");
                        if (sheets.size() < SHEETS) {
                            sheets.add(new Stated(
                                    attribute(xml, "name"), relation(xml), state != null && state.endsWith("idden")));
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /// The attribute `id` of the relationships' namespace, whichever of the two it is.
    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null
                    && !xml.getAttributeNamespace(i).isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private void relations(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")
                    && attribute(xml, "Type").endsWith("/worksheet")
                    && targets.size() < SHEETS) {
                var target = attribute(xml, "Target");
                targets.put(attribute(xml, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
    }

    private void styles(XMLStreamReader xml) throws XMLStreamException {
        Map<Integer, String> codes = new HashMap<>();
        boolean cells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> {
                        var code = attribute(xml, "formatCode");
                        if (codes.size() < STYLES) {
                            codes.put(number(attribute(xml, "numFmtId")), code.length() > 255 ? "" : code);
                        }
                    }
                    case "cellXfs" -> cells = true;
                    case "xf" -> {
                        if (cells && meanings.size() < STYLES) {
                            int id = number(attribute(xml, "numFmtId"));
                            meanings.add(CellValues.meaning(id, codes.getOrDefault(id, "")));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
                cells = false;
            }
        }
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// Texts may be in runs of different looks; readings of Japanese words (`rPh`) are no part of them.
    private static void strings(XMLStreamReader xml, SharedStrings strings) throws XMLStreamException, IOException {
        var text = new StringBuilder();
        boolean inText = false;
        int aside = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "si" -> text.setLength(0);
                        case "rPh" -> aside++;
                        case "t" -> inText = aside == 0;
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "si" -> {
                            if (!strings.add(text)) {
                                return;
                            }
                        }
                        case "rPh" -> aside--;
                        case "t" -> inText = false;
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inText) {
                        append(text, xml);
                    }
                }
                default -> {}
            }
        }
    }

    static void append(StringBuilder text, XMLStreamReader xml) {
        int length = Math.min(xml.getTextLength(), TEXT - text.length());
        if (length > 0) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), length);
        }
    }
}
