package tw.touchstone.exchange.catalogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.SourceRef;

/// The views and downloads that another portal counted of each dataset, read from a table with tabs in UTF-8.
///
/// The first line names the columns. Three are read: the portal's identifier (`id` or 資料集識別碼), `views` (瀏覽次數)
/// and `downloads` (下載次數); the first three may bear the year of their reading, as in `views_2018`. Others are passed
/// over. Rows with one identifier are parts of one dataset and are added up.
public final class UsageTotals {

    /// Greatest size of such a file, in bytes.
    public static final int LARGEST = 64 << 20;

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,12}");
    private static final int SHOWN = 40;

    private final String source;
    private final Map<DatasetId, Total> totals = new TreeMap<>();
    private List<Integer> columns = List.of();
    private long rows;
    private long repeats;

    private UsageTotals(String source) {
        this.source = source;
    }

    /// What was counted of one dataset.
    public record Total(long views, long downloads) {

        private Total and(Total other) {
            return new Total(views + other.views, downloads + other.downloads);
        }
    }

    /// What reading came to.
    public sealed interface Reading {

        /// All of the file.
        ///
        /// @param rows    below the header, empty lines apart
        /// @param repeats rows whose identifier an earlier row has; their numbers are added to it
        /// @param totals  by our identifiers
        record Read(long rows, long repeats, Map<DatasetId, Total> totals) implements Reading {

            public Read {
                totals = Map.copyOf(totals);
            }
        }

        /// No such table; nothing of it is to be used.
        ///
        /// @param line counted from 1; 0 where the whole file is meant
        record Malformed(long line, String message) implements Reading {}
    }

    /// Reads a table of the national portal to its end.
    public static Reading read(InputStream in) throws IOException {
        var bytes = in.readNBytes(LARGEST + 1);
        return bytes.length > LARGEST
                ? new Reading.Malformed(0, "such a file has at most " + LARGEST + " bytes")
                : new UsageTotals(SourceRef.NATIONAL).read(bytes);
    }

    private Reading read(byte[] bytes) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        long number = 0;
        for (var line = line(in); line.isPresent(); line = line(in)) {
            number++;
            try {
                var refused = take(text(line.get(), number));
                if (refused.isPresent()) {
                    return new Reading.Malformed(number, refused.get());
                }
            } catch (CharacterCodingException e) {
                return new Reading.Malformed(number, "the line is not UTF-8");
            }
        }
        return columns.isEmpty()
                ? new Reading.Malformed(0, "the file is empty")
                : new Reading.Read(rows, repeats, totals);
    }

    /// The bytes up to the next line feed; bytes, so that what is no UTF-8 can be told by its line.
    private static Optional<byte[]> line(ByteArrayInputStream in) {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
            }
            line.write(next);
        }
        return Optional.of(line.toByteArray());
    }

    private static String text(byte[] line, long number) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        int begin = number == 1 && text.startsWith("\uFEFF") ? 1 : 0;
        return text.substring(begin, text.length() - (text.endsWith("\r") ? 1 : 0));
    }

    /// Why a line is refused; empty where it is taken.
    private Optional<String> take(String line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        var fields = line.split("\t", -1);
        return columns.isEmpty() ? takeHeader(fields) : takeRow(fields);
    }

    private Optional<String> takeHeader(String[] names) {
        var found = List.of(
                column(names, "id(_[0-9]{4})?|資料集識別碼"),
                column(names, "views(_[0-9]{4})?|瀏覽次數"),
                column(names, "downloads(_[0-9]{4})?|下載次數"));
        if (found.contains(-1)) {
            return Optional.of("the header names no column id, views and downloads, each once, with tabs between");
        }
        columns = found;
        return Optional.empty();
    }

    /// Where the one column of such a name is; -1 where there is none or more than one.
    private static int column(String[] names, String form) {
        var found = Arrays.stream(names).map(String::strip).filter(name -> name.matches(form)).toList();
        return found.size() == 1 ? Arrays.stream(names).map(String::strip).toList().indexOf(found.getFirst()) : -1;
    }

    private Optional<String> takeRow(String[] fields) {
        for (int column : columns) {
            if (column >= fields.length) {
                return Optional.of("the line has %d columns; column %d is needed".formatted(fields.length, column + 1));
            }
        }
        var identifier = fields[columns.get(0)].strip();
        var id = Identity.of(source, Map.of(Column.IDENTIFIER, identifier)).map(Identity::id);
        var views = fields[columns.get(1)].strip();
        var downloads = fields[columns.get(2)].strip();
        if (id.isEmpty()) {
            return Optional.of("'%s' is no identifier of a dataset".formatted(shown(identifier)));
        }
        for (var count : List.of(views, downloads)) {
            if (!COUNT.matcher(count).matches()) {
                return Optional.of("'%s' is no count of 1 to 12 digits".formatted(shown(count)));
            }
        }
        rows++;
        repeats += totals.containsKey(id.get()) ? 1 : 0;
        totals.merge(id.get(), new Total(Long.parseLong(views), Long.parseLong(downloads)), Total::and);
        return Optional.empty();
    }

    private static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
