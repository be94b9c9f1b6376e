package tw.touchstone.exchange.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// The cells of one row while it is read; collects what is kept verbatim and what is to be reported.
final class RowTexts {

    /// What exports write where nothing is to be said.
    private static final Set<String> PLACEHOLDERS =
            Set.of("無", "(masked)", "n/a", "null", "none", "-", "--", "無資料", "無標籤");

    private static final int SHOWN = 300;

    private final long line;
    private final Map<Column, String> cells;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, String> national = new TreeMap<>();

    RowTexts(long line, Map<Column, String> cells) {
        this.line = line;
        this.cells = cells;
    }

    long line() {
        return line;
    }

    List<Note> notes() {
        return notes;
    }

    Map<String, String> national() {
        return national;
    }

    void note(NoteKind kind, String text) {
        notes.add(new Note(kind, line, text));
    }

    String raw(Column column) {
        return cells.getOrDefault(column, "");
    }

    /// The stripped text; a placeholder is kept nationally and is no text.
    Optional<String> text(Column column) {
        var text = raw(column).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (isPlaceholder(text)) {
            keep(column);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    static boolean isPlaceholder(String text) {
        return PLACEHOLDERS.contains(text.toLowerCase(Locale.ROOT));
    }

    /// Keeps the cell verbatim under its official name.
    void keep(Column column) {
        var raw = raw(column);
        if (!raw.isBlank()) {
            national.put(column.officialName(), raw);
        }
    }

    /// The term a cell names; an unknown one is kept verbatim and reported.
    <T> Optional<T> term(Column column, Function<String, Optional<T>> lookup, NoteKind unknown) {
        var text = text(column);
        var term = text.flatMap(lookup);
        if (text.isPresent() && term.isEmpty()) {
            keep(column);
            note(unknown, column.officialName() + " " + shown(text.get()));
        }
        return term;
    }

    Optional<Instant> instant(Column column) {
        return term(column, NationalDate::instant, NoteKind.DATE_UNUSABLE);
    }

    Optional<LocalDate> day(Column column) {
        return term(column, NationalDate::day, NoteKind.DATE_UNUSABLE);
    }

    /// A text within a message, quoted and cut.
    static String shown(String text) {
        return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "'";
    }
}
