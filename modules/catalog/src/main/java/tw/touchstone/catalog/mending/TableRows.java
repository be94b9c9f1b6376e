package tw.touchstone.catalog.mending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.LangText;

/// Reads the rows of a table whose text holds to RFC 4180, one after the other; the delimiter may be another one.
///
/// Only for tables in which the inspector met no quote out of place: a quoted field then ends where its quote does. One
/// row is in memory at a time, and no row is longer than [#LONGEST]. For one thread.
final class TableRows {

    /// In characters.
    static final int LONGEST = 1 << 20;

    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final char quote;
    private long line = 1;
    private int ahead;

    /// A row and the line it begins on.
    record TableRow(long line, List<String> cells) {

        /// Whether no cell says anything.
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        String joined() {
            return String.join(",", cells);
        }
    }

    TableRows(InputStream bytes, TableText table) throws IOException, Unwritable {
        this.in = new BufferedReader(new InputStreamReader(
                bytes,
                Transcoding.charset(table.encoding())
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        this.delimiter = table.dialect().delimiter();
        this.quote = table.dialect().quote();
        this.ahead = read();
        if (ahead == '\uFEFF') {
            ahead = read();
        }
    }

    /// The next row, blank ones too; empty at the end.
    Optional<TableRow> next() throws IOException, Unwritable {
        if (ahead == END) {
            return Optional.empty();
        }
        long begin = line;
        var cells = new ArrayList<String>();
        int room = LONGEST;
        while (true) {
            var cell = cell(room);
            room -= cell.length() + 1;
            cells.add(cell);
            if (ahead != delimiter) {
                endLine();
                return Optional.of(new TableRow(begin, List.copyOf(cells)));
            }
            ahead = read();
        }
    }

    private String cell(int room) throws IOException, Unwritable {
        var cell = new StringBuilder();
        boolean quoted = ahead == quote && quote != '\0';
        if (quoted) {
            ahead = read();
        }
        while (ahead != END) {
            if (quoted && ahead == quote) {
                ahead = read();
                if (ahead != quote) {
                    return cell.toString();
                }
            } else if (!quoted && (ahead == delimiter || ahead == '\n' || ahead == '\r')) {
                break;
            } else if (quoted && ahead == '\n') {
                line++;
            }
            if (cell.length() >= room) {
                throw new Unwritable(LangText.of(
                        "第 %d 行起的一列超過 %d 個字元".formatted(line, LONGEST),
                        "the row on line %d is longer than %d characters".formatted(line, LONGEST)));
            }
            cell.append((char) ahead);
            ahead = read();
        }
        return cell.toString();
    }

    private void endLine() throws IOException, Unwritable {
        if (ahead == '\r') {
            ahead = read();
            if (ahead == '\n') {
                ahead = read();
            }
        } else if (ahead == '\n') {
            ahead = read();
        } else if (ahead != END) {
            throw new Unwritable(LangText.of(
                    "第 %d 行的引號之後還有文字".formatted(line), "text stands behind a quote on line %d".formatted(line)));
        }
        line++;
    }

    private int read() throws IOException, Unwritable {
        try {
            return in.read();
        } catch (CharacterCodingException undecodable) {
            throw new Unwritable(LangText.of(
                    "檔案在第 %d 行附近無法解讀".formatted(line), "the file does not decode near line %d".formatted(line)));
        }
    }
}
