package tw.touchstone.catalog.mending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects the first lines that change; what comes later is not kept. For one thread.
final class LineChanges {

    /// How many lines are kept.
    static final int MOST = 20;

    /// How many characters of a line are shown.
    static final int SHOWN = 200;

    private final List<LineChange> changes = new ArrayList<>();

    boolean isFull() {
        return changes.size() == MOST;
    }

    void changed(long line, String before, String after) {
        add(line, before, Optional.of(shown(after)));
    }

    void dropped(long line, String before) {
        add(line, before, Optional.empty());
    }

    private void add(long line, String before, Optional<String> after) {
        if (!isFull()) {
            changes.add(new LineChange(line, shown(before), after));
        }
    }

    List<LineChange> first() {
        return List.copyOf(changes);
    }

    /// Cut, never in half a character, and with the marks that nobody would see.
    private static String shown(String text) {
        int end = Math.min(text.length(), SHOWN);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).replace("\uFEFF", "⟨BOM⟩") + (end < text.length() ? "…" : "");
    }
}
