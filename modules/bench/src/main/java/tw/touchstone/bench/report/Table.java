package tw.touchstone.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The figures of one run in the order they were taken. Not thread-safe.
public final class Table {

    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public void add(Row row) {
        rows.add(row);
    }

    /// Something the reader must know of the figures.
    public void note(String text) {
        notes.add(text);
    }

    /// The rows, and the notes below them, as Markdown.
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
        return String.join("\n", lines) + "\n";
    }

    private static String line(Row row) {
        return List.of(row.scenario(), row.what(), row.value(), row.unit(), row.floor(), row.aim()).stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
