package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.List;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.Place;

/// How many values of a column are of each kind and form, and the first places of what may have to be shown.
final class Tally {

    private final long[] kinds = new long[Kind.COUNT];
    private final long[] forms = new long[Long.SIZE];
    private final List<List<Place>> groups = new ArrayList<>(Kind.GROUPS);
    private final List<List<Place>> personal = new ArrayList<>();
    /// Groups and forms of which places are still wanted.
    private int openGroups = (1 << Kind.GROUPS) - 1;

    private long openForms = FormSet.PERSONAL | FormSet.PERHAPS_MOBILE | FormSet.SHOWN_LOST;

    Tally() {
        for (int i = 0; i < Kind.GROUPS; i++) {
            groups.add(List.of());
        }
    }

    void count(int kind, long form, long times) {
        kinds[kind] += times;
        for (long left = form; left != 0; left &= left - 1) {
            forms[Long.numberOfTrailingZeros(left)] += times;
        }
    }

    /// Whether a value of this kind and form still helps to show places.
    boolean wants(int kind, long form) {
        return (openGroups & (1 << Kind.group(kind))) != 0 || (form & openForms) != 0;
    }

    void place(int kind, long form, long line, int column, char[] text, int from, int to) {
        var seen = new String(text, from, Math.min(to - from, TableCaps.KEPT_CHARS));
        var place = new Place(line, column, -1, PersonalData.shown(PersonalData.masked(seen, form)));
        int group = Kind.group(kind);
        if ((openGroups & (1 << group)) != 0) {
            var places = groups.get(group);
            if (places.isEmpty()) {
                places = new ArrayList<>(Anomaly.SAMPLES);
                groups.set(group, places);
            }
            places.add(place);
            if (places.size() == Anomaly.SAMPLES) {
                openGroups &= ~(1 << group);
            }
        }
        for (long left = form & openForms; left != 0; left &= left - 1) {
            personal(Long.numberOfTrailingZeros(left), place);
        }
    }

    private void personal(int form, Place place) {
        while (personal.size() <= form) {
            personal.add(List.of());
        }
        var places = personal.get(form);
        if (places.isEmpty()) {
            places = new ArrayList<>(Anomaly.SAMPLES);
            personal.set(form, places);
        }
        places.add(place);
        if (places.size() == Anomaly.SAMPLES) {
            openForms &= ~(1L << form);
        }
    }

    long kind(int kind) {
        return kinds[kind];
    }

    long group(int group) {
        long sum = 0;
        for (int kind = 0; kind < Kind.COUNT; kind++) {
            sum += Kind.group(kind) == group ? kinds[kind] : 0;
        }
        return sum;
    }

    long form(long form) {
        return forms[FormSet.position(form)];
    }

    List<Place> places(int group) {
        return groups.get(group);
    }

    List<Place> formPlaces(long form) {
        int position = FormSet.position(form);
        return position < personal.size() ? personal.get(position) : List.of();
    }
}
