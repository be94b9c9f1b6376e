package tw.touchstone.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The figures of one run in the order they were taken. Not thread-safe.
public final class Table {

    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> annexes = new ArrayList<>();
    private final Map<String, String> attachments = new LinkedHashMap<>();

    public void add(Row row) {
        rows.add(row);
    }

    /// Something the reader must know of the figures.
    public void note(String text) {
        notes.add(text);
    }

    /// A table of its own, below all else.
    public void annex(String markdown) {
        annexes.add(markdown);
    }

    /// A JSON document with the details behind some rows.
    ///
    /// @param name what it is about, for people
    public void attach(String name, String json) {
        attachments.put(name, json);
    }

    /// The JSON documents by their names.
    public Map<String, String> attachments() {
        return Collections.unmodifiableMap(attachments);
    }

    /// The rows, the notes and the annexes below them, as Markdown.
    ///
    /// @param machine where the figures were taken
    public String markdown(MachineFacts machine) {
        var lines = new ArrayList<String>();
        machine.lines().forEach(line -> lines.add("- " + line));
        lines.add("");
        lines.add("| scenario | what | value | unit | floor | aim |");
        lines.add("|---|---|---:|---|---|---|");
        rows.forEach(row -> lines.add(line(row)));
        if (!notes.isEmpty()) {
            lines.add("");
            notes.forEach(note -> lines.add("- " + note));
        }
        annexes.forEach(annex -> lines.add("\n" + annex.strip()));
        return String.join("\n", lines) + "\n";
    }

    private static String line(Row row) {
        return List.of(row.scenario(), row.what(), row.value(), row.unit(), row.floor(), row.aim()).stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
