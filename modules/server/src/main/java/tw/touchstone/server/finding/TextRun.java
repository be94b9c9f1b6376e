package tw.touchstone.server.finding;

import java.util.ArrayList;
import java.util.List;
import tw.touchstone.search.Excerpt;

/// A piece of a text that either matched or did not.
public record TextRun(String text, boolean marked) {

    /// An excerpt cut at the ends of its marks.
    static List<TextRun> of(Excerpt excerpt) {
        var runs = new ArrayList<TextRun>();
        int at = 0;
        for (var mark : excerpt.marks()) {
            add(runs, excerpt.text().substring(at, mark.start()), false);
            add(runs, excerpt.text().substring(mark.start(), mark.end()), true);
            at = mark.end();
        }
        add(runs, excerpt.text().substring(at), false);
        return List.copyOf(runs);
    }

    private static void add(List<TextRun> runs, String text, boolean marked) {
        if (!text.isEmpty()) {
            runs.add(new TextRun(text, marked));
        }
    }
}
