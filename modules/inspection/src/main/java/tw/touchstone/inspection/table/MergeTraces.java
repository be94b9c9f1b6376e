package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.List;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Place;

/// Looks for what an export of merged cells leaves in the leading columns: a value, then blanks below it where other
/// columns go on, then the next value, never the same one twice.
final class MergeTraces {

    private static final int COLUMNS = 2;

    private static final class Trace {
        long filled;
        long blank;
        long runs;
        boolean inRun;
        boolean broken;
        String last = "";
        final List<Place> places = new ArrayList<>(0);
    }

    private final Trace[] traces = {new Trace(), new Trace()};
    private boolean open = true;

    void row(Row row) {
        if (!open) {
            return;
        }
        open = !traces[0].broken || !traces[1].broken;
        for (int i = 0; i < Math.min(COLUMNS, row.kept()); i++) {
            var trace = traces[i];
            if (!trace.broken) {
                look(trace, row, i);
            }
        }
    }

    private static void look(Trace trace, Row row, int column) {
        int from = row.start(column);
        int to = row.end(column);
        var text = row.text();
        while (from < to && Blanks.isBlank(text[from])) {
            from++;
        }
        if (from == to) {
            if (trace.filled == 0) {
                // What is blank from the beginning on was never merged.
                trace.broken = true;
                return;
            }
            trace.blank++;
            trace.runs += trace.inRun ? 0 : 1;
            trace.inRun = true;
            if (trace.places.size() < Anomaly.SAMPLES) {
                trace.places.add(new Place(row.line(), column + 1, -1, PersonalData.shown(PersonalData.masked(trace.last))));
            }
            return;
        }
        int length = Math.min(to - from, TableCaps.KEPT_CHARS);
        boolean same = length == trace.last.length();
        for (int i = 0; i < length && same; i++) {
            same = trace.last.charAt(i) == text[from + i];
        }
        trace.filled++;
        trace.inRun = false;
        if (same || (trace.blank == 0 && trace.filled > TableCaps.MERGED_ROWS)) {
            trace.broken = true;
        } else {
            trace.last = new String(text, from, length);
        }
    }

    void describe(AnomalyCounter anomalies) {
        for (var trace : traces) {
            boolean merged = !trace.broken && trace.runs >= 2 && trace.filled >= 2 && trace.blank >= trace.filled;
            if (!merged) {
                return;
            }
            anomalies.add(AnomalyCode.MERGED_CELL, trace.blank, trace.places);
        }
    }
}
