package tw.touchstone.inspection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tw.touchstone.inspection.table.LocatedTables;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TreeProfile;
import tw.touchstone.model.fact.ValueCount;

/// Inspects what a test writes down.
final class Facts {

    static final Charset CP950 = Charset.forName("x-windows-950");

    private Facts() {}

    static ByteFacts of(byte[] bytes) {
        return switch (new Inspector().inspect(ByteSource.of(bytes))) {
            case Inspection.Inspected inspected -> inspected.facts();
            case Inspection.NotInspected not -> throw new AssertionError(not.reason());
        };
    }

    static ByteFacts of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static TableProfile table(String text) {
        return table(of(text));
    }

    /// The first table, without byte offsets.
    static TableProfile table(ByteFacts facts) {
        var tables = ((Content.Tables) facts.content()).tables();
        return LocatedTables.of(tables, place -> place.at(-1)).getFirst();
    }

    static TreeProfile tree(String text) {
        return ((Content.Tree) of(text).content()).profile();
    }

    static ColumnProfile column(String text, String name) {
        return table(text).columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<String> codes(List<Anomaly> anomalies) {
        return anomalies.stream()
                .map(anomaly -> anomaly.code().id() + "×" + anomaly.count())
                .toList();
    }

    static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// A column with values and without group, unit, sentinels, dates or forms.
    static ColumnProfile column(
            String name,
            ColumnType type,
            long filled,
            long blank,
            long distinct,
            Optional<String> min,
            Optional<String> max,
            int longest,
            List<ValueCount> top) {
        return new ColumnProfile(
                name,
                Optional.empty(),
                Optional.empty(),
                type,
                filled,
                blank,
                List.of(),
                distinct,
                Optional.of(distinct == filled),
                min,
                max,
                Optional.empty(),
                longest,
                top,
                List.of());
    }

    /// A field of a tree's records of which no values were looked at.
    static FieldPresence field(String name, long present) {
        return new FieldPresence(name, present, Optional.empty());
    }
}
