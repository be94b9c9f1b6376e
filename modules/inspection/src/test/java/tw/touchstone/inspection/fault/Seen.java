package tw.touchstone.inspection.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TreeProfile;

/// The facts about a file, asked in the words of a test.
record Seen(ByteFacts facts) {

    static Seen of(byte[] bytes) {
        return switch (new Inspector().inspect(ByteSource.of(bytes))) {
            case Inspection.Inspected(ByteFacts facts) -> new Seen(facts);
            case Inspection.NotInspected not -> throw new AssertionError("not inspected: " + not.reason());
        };
    }

    /// Every anomaly of the file, of its text, tables, records, members and positions.
    List<Anomaly> anomalies() {
        var all = new ArrayList<Anomaly>();
        collect(facts, all);
        return all;
    }

    private static void collect(ByteFacts facts, List<Anomaly> all) {
        facts.text().ifPresent(text -> all.addAll(text.anomalies()));
        facts.geo().ifPresent(geo -> all.addAll(geo.anomalies()));
        switch (facts.content()) {
            case Content.Tables(var tables) -> tables.forEach(table -> all.addAll(table.anomalies()));
            case Content.Tree(var profile) -> all.addAll(profile.anomalies());
            case Content.Members(var members, var anomalies) -> {
                all.addAll(anomalies);
                members.forEach(member -> member.facts().ifPresent(inner -> collect(inner, all)));
            }
            default -> {}
        }
    }

    /// The anomaly with this code, which must be there once.
    Anomaly anomaly(AnomalyCode code) {
        var found = anomalies().stream().filter(each -> each.code() == code).toList();
        assertThat(found).as("%s in %s", code.id(), summary()).isNotEmpty();
        return found.getFirst();
    }

    /// Asserts that the anomaly's first place is on this line.
    void at(AnomalyCode code, long line) {
        assertThat(anomaly(code).samples()).as("%s in %s", code.id(), summary()).extracting(Place::line).contains(line);
    }

    /// Asserts that the anomaly stands in this line and field.
    void at(AnomalyCode code, long line, int column) {
        at(code, line);
        assertThat(anomaly(code).samples())
                .as("%s in %s", code.id(), summary())
                .anyMatch(place -> place.line() == line && place.column() == column);
    }

    /// Asserts that the anomaly was found at this byte.
    void atOffset(AnomalyCode code, long offset) {
        assertThat(anomaly(code).samples()).as("%s in %s", code.id(), summary()).extracting(Place::offset).contains(offset);
    }

    TableProfile table() {
        return table(0);
    }

    TableProfile table(int index) {
        assertThat(facts.content()).as("content of %s", facts.formatEvidence()).isInstanceOf(Content.Tables.class);
        var tables = ((Content.Tables) facts.content()).tables();
        assertThat(tables).hasSizeGreaterThan(index);
        return tables.get(index);
    }

    ColumnProfile column(String name) {
        return table().columns().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + name + " in " + summary()));
    }

    TreeProfile tree() {
        assertThat(facts.content()).isInstanceOf(Content.Tree.class);
        return ((Content.Tree) facts.content()).profile();
    }

    FieldPresence field(String name) {
        return tree().fields().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + name + " in " + tree()));
    }

    TextEncoding encoding() {
        return facts.text().orElseThrow().encoding();
    }

    FileFormat format() {
        return facts.format();
    }

    /// Asserts that a value is nowhere in the facts as it stands in the file.
    void hides(String secret) {
        assertThat(facts.toString()).doesNotContain(secret);
    }

    String summary() {
        return facts.format() + " " + facts.extent() + " "
                + anomalies().stream()
                        .map(each -> each.code().id() + each.samples())
                        .collect(Collectors.joining(", "));
    }
}
