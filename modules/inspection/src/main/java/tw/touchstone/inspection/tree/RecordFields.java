package tw.touchstone.inspection.tree;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.touchstone.inspection.format.AnomalyTally;
import tw.touchstone.inspection.table.CellKind;
import tw.touchstone.inspection.table.ColumnStatistics;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.Place;

/// What stands in the fields of records, record by record and in constant memory.
public final class RecordFields {

    private static final int FIELDS = 10_000;
    /// Fields whose values are looked at; each costs up to about half a megabyte.
    private static final int PROFILED = 128;

    private static final int VALUES = 512;

    /// A record is uneven where it lacks what nine of ten have.
    private static final int FEW_RECORDS = 10;

    private static final class Field {
        final int index;
        long present;
        long seenIn = -1;
        boolean complex;
        @Nullable ColumnStatistics values;

        Field(int index) {
            this.index = index;
        }
    }

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Boolean> expected = new HashMap<>();
    private final RowSink sink;
    private final RecordRow row = new RecordRow();
    private long record;
    private int expectedSeen;
    private int profiled;

    /// Fields of which nothing is known yet.
    public RecordFields() {
        this.sink = RowSink.NONE;
    }

    /// @param presence in how many records each field is, as far as that is known
    /// @param sink     takes each record as a row
    RecordFields(Map<String, Long> presence, long records, RowSink sink) {
        this.sink = sink;
        sink.table();
        if (records >= FEW_RECORDS) {
            presence.forEach((name, count) -> {
                if (count * 10 >= records * 9 && count < records) {
                    expected.put(name, Boolean.TRUE);
                } else if (count == records) {
                    expected.put(name, Boolean.FALSE);
                }
            });
            // Where no field is left out anywhere, nothing has to be counted.
            if (expected.values().stream().noneMatch(Boolean::booleanValue)) {
                expected.clear();
            }
        }
    }

    /// Begins the next record.
    public void next() {
        row();
        record++;
        expectedSeen = 0;
    }

    private void row() {
        if (record > 0 && sink.isWanting()) {
            row.give(record, profiled, sink);
        }
    }

    /// Ends a record.
    void end(AnomalyTally anomalies, Place place) {
        if (expectedSeen < expected.size()) {
            anomalies.add(AnomalyCode.UNEVEN_RECORD, place);
        }
    }

    /// Says that a field is there.
    void present(String name) {
        field(name);
    }

    private @Nullable Field field(String name) {
        var field = fields.get(name);
        if (field == null) {
            if (fields.size() >= FIELDS) {
                return null;
            }
            field = new Field(fields.size());
            if (profiled < PROFILED) {
                profiled++;
                field.values = new ColumnStatistics(fields.size() + 1, VALUES);
            }
            fields.put(name, field);
        }
        if (field.seenIn != record) {
            field.seenIn = record;
            field.present++;
            if (!expected.isEmpty() && expected.containsKey(name)) {
                expectedSeen++;
            }
        }
        return field;
    }

    /// Adds a value of the current record.
    ///
    /// @param line of the file, counted from 1
    public void value(String name, CharSequence text, CellKind kind, long line) {
        var field = field(name);
        if (field != null && field.values != null) {
            field.values.add(text, kind, line);
            if (sink.isWanting()) {
                row.add(field.index, text, kind);
            }
        }
    }

    /// Adds a field that is there and says nothing.
    public void nothing(String name) {
        var field = field(name);
        if (field != null && field.values != null) {
            field.values.addMissing();
        }
    }

    /// Adds a field that holds an object or a list.
    public void complex(String name) {
        var field = field(name);
        if (field != null) {
            field.complex = true;
        }
    }

    /// Fields in order of first appearance.
    ///
    /// @param anomalies where the odd ones among the values of each field are counted
    public List<FieldPresence> presences(AnomalyTally anomalies) {
        row();
        return fields.entrySet().stream()
                .map(entry -> new FieldPresence(
                        entry.getKey(), entry.getValue().present, values(entry, anomalies)))
                .toList();
    }

    private static Optional<ColumnProfile> values(Map.Entry<String, Field> entry, AnomalyTally anomalies) {
        var field = entry.getValue();
        if (field.values == null || field.complex) {
            return Optional.empty();
        }
        var gathered = field.values.gathered(entry.getKey());
        gathered.anomalies().forEach(anomalies::add);
        return Optional.of(gathered.profile());
    }
}
