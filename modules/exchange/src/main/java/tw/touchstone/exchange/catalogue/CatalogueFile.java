package tw.touchstone.exchange.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.model.SourceRef;

/// A catalogue file of another portal: what it is, and how to read it.
///
/// Encoding (UTF-8 with or without byte order mark, Big5 as code page 950), syntax (CSV, JSON, XML) and layout are
/// found out from the file. Columns are told by name, in any order; unknown ones become national fields.
public final class CatalogueFile {

    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,23}");
    private static final int NAMES_SHOWN = 12;

    private CatalogueFile() {}

    /// What opening a file found.
    public sealed interface Opening {}

    /// A file that can be read, as often as wanted.
    public static final class Opened implements Opening {
        private final Path file;
        private final ImportTerms terms;
        private final Format format;
        private final String source;
        private final Limits limits;

        private Opened(Path file, ImportTerms terms, Format format, String source, Limits limits) {
            this.file = file;
            this.terms = terms;
            this.format = format;
            this.source = source;
            this.limits = limits;
        }

        /// What kind of file it is, for people, for example `national export, CSV, UTF-8`.
        public String layout() {
            return "%s, %s, %s".formatted(format.layout.title(), format.container, format.charset.name());
        }

        /// The source that the identifiers belong to, for example `national`.
        public String source() {
            return source;
        }

        /// What a position in this file counts: `line` in CSV, `record` in JSON and XML, which may be one long line.
        public String unit() {
            return format.container == Container.CSV ? "line" : "record";
        }

        /// Reads from the beginning; for one thread. The same file always gives the same items.
        ///
        /// @throws UncheckedIOException if the file cannot be read
        public CatalogueRows rows(OnConflict onConflict) {
            var drafting = new Drafting(format.layout, format.container, source, terms);
            return new CatalogueRows(file, format, drafting, onConflict, limits);
        }
    }

    /// None of the layouts that can be read.
    ///
    /// @param message one line for people that names the columns seen
    public record UnknownLayout(String message) implements Opening {}

    /// The source's name cannot be used for this file.
    public record UnusableSource(String message) implements Opening {}

    /// How a file is written.
    record Format(Charset charset, Container container, Layout layout) {
        RawRows rows(Reader text, Limits limits) throws IOException {
            return switch (container) {
                case CSV -> new CsvRows(text, limits);
                case JSON -> new JsonRows(text, limits, layout.separator(container));
                case XML -> new XmlRows(text, limits, layout.separator(container));
            };
        }
    }

    /// Finds out how a file is to be read.
    ///
    /// @param source whose identifiers these are, where it is not the layout's own source; lower-case letters, digits
    ///               and `-`. `national` only for layouts of the national portal
    /// @throws UncheckedIOException if the file cannot be read
    public static Opening open(Path file, ImportTerms terms, Optional<String> source) {
        return open(file, terms, source, Limits.DEFAULT);
    }

    static Opening open(Path file, ImportTerms terms, Optional<String> source, Limits limits) {
        var seen = new ArrayList<String>();
        try {
            for (var charset : TextSource.encodings(file)) {
                var container = container(file, charset);
                var names = columns(file, charset, container, limits);
                var layout = Layout.of(names);
                if (layout.isPresent()) {
                    return opened(file, terms, source, new Format(charset, container, layout.get()), limits);
                }
                seen.add("as %s %s: %s".formatted(container, charset.name(), shown(names)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new UnknownLayout(
                "no catalogue layout that can be read; it needs an identifier, a title and a URL column; seen "
                        + seen.getFirst());
    }

    private static Opening opened(
            Path file, ImportTerms terms, Optional<String> source, Format format, Limits limits) {
        var own = format.layout.source();
        var name = source.orElse(own);
        if (!SOURCE.matcher(name).matches()) {
            return new UnusableSource("a source is named by lower-case letters, digits and '-', not '" + name + "'");
        }
        boolean foreignNumbers = name.equals(SourceRef.NATIONAL) && !own.equals(SourceRef.NATIONAL);
        if (foreignNumbers || name.equals(SourceRef.LOCAL)) {
            return new UnusableSource("the identifiers of a %s file cannot be those of the source '%s'"
                    .formatted(format.layout.title(), name));
        }
        return new Opened(file, terms, format, name, limits);
    }

    private static Container container(Path file, Charset charset) throws IOException {
        try (var text = TextSource.text(TextSource.bytes(file), charset)) {
            var head = new char[256];
            int read = text.read(head);
            return Container.of(new String(head, 0, Math.max(0, read)));
        }
    }

    private static Collection<String> columns(Path file, Charset charset, Container container, Limits limits)
            throws IOException {
        try (var text = TextSource.text(TextSource.bytes(file), charset)) {
            if (container == Container.CSV) {
                return new CsvRows(text, limits).columns();
            }
            RawRows rows =
                    container == Container.JSON ? new JsonRows(text, limits, ';') : new XmlRows(text, limits, ';');
            return rows.next()
                    .filter(RawRow.Read.class::isInstance)
                    .map(row -> (Collection<String>) ((RawRow.Read) row).values().keySet())
                    .orElse(List.of());
        }
    }

    private static String shown(Collection<String> names) {
        if (names.isEmpty()) {
            return "no columns";
        }
        var first = names.stream()
                .limit(NAMES_SHOWN)
                .map(name -> name.length() > 40 ? name.substring(0, 40) + "…" : name)
                .toList();
        return "the columns " + String.join(", ", first) + (names.size() > NAMES_SHOWN ? ", …" : "");
    }
}
