package tw.touchstone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;
import tw.touchstone.model.fact.TreeProfile;

/// Prints facts about bytes as a person would want to read them.
final class FactsPrinter {

    private static final int LABEL = 10;
    private static final int MOST_COLUMNS = 200;
    private static final Set<TextEncoding> WIDE = EnumSet.of(TextEncoding.UTF_16LE, TextEncoding.UTF_16BE);

    private final PrintWriter out;
    private final Words words;

    FactsPrinter(PrintWriter out, Words words) {
        this.out = out;
        this.words = words;
    }

    /// Prints everything, below a line that says what the bytes are of.
    void print(String title, ByteFacts facts) {
        say(title);
        print(facts, "  ");
    }

    /// Prints everything, below a line that is there already.
    void print(ByteFacts facts, String indent) {
        line(indent, "label.format", facts.format().display() + " (" + facts.formatEvidence() + ")");
        line(indent, "label.size", words.of("size", facts.size(), facts.digest()));
        if (facts.extent() instanceof Extent.Partial(String cap, long read)) {
            var name = words.has("cap." + cap) ? words.of("cap." + cap) : cap;
            line(indent, "label.read", words.of("partial", name, read));
        }
        facts.text().ifPresent(text -> print(text, indent));
        switch (facts.content()) {
            case Content.Tables tables -> tables.tables().forEach(table -> print(table, indent));
            case Content.Tree tree -> print(tree.profile(), indent);
            case Content.Members members -> print(members, indent);
            case Content.Malformed malformed ->
                line(indent, "label.content", words.of("malformed", malformed.reason() + " — " + place(malformed.place())));
            case Content.Encrypted _ -> line(indent, "label.content", words.of("encrypted"));
            case Content.Empty _ -> line(indent, "label.content", words.of("empty"));
            case Content.Opaque _ -> line(indent, "label.content", words.of("opaque"));
        }
        facts.geo().ifPresent(geo -> print(geo, indent));
    }

    private void print(TextFacts text, String indent) {
        var name = text.encoding().display();
        line(indent, "label.encoding", text.byteOrderMark() ? words.of("mark", name) : name);
        var others = text.contradictions().stream()
                .filter(each -> mayBeMistaken(each.encoding(), text.encoding()))
                .map(each -> words.of("not.from", each.encoding().display(), each.place().offset()))
                .toList();
        if (!others.isEmpty()) {
            say(indent + " ".repeat(LABEL) + words.of("not", String.join(words.of("and"), others)));
        }
        print(text.anomalies(), indent);
    }

    /// Nobody takes text for ASCII, nor any other for UTF-16; the whole list is in the JSON.
    private static boolean mayBeMistaken(TextEncoding contradicted, TextEncoding found) {
        return contradicted != TextEncoding.ASCII && !WIDE.contains(contradicted) && !WIDE.contains(found);
    }

    private void print(TableProfile table, String indent) {
        var name = table.name().isEmpty() ? "" : table.name() + ": ";
        var header = table.headerLine() > 0 ? words.of("header.line", table.headerLine()) : words.of("header.none");
        line(indent, "label.table", words.of("table", name, table.rows(), table.columns().size(), header));
        var dialect = table.dialect();
        if (!dialect.equals(Dialect.NONE)) {
            var text = words.of("dialect", character(dialect.delimiter()), character(dialect.quote()), lineEnd(dialect));
            text += dialect.escape() == '\0' ? "" : words.of("dialect.escape", dialect.escape());
            text += dialect.comment() == '\0' ? "" : words.of("dialect.comment", dialect.comment());
            say(indent + " ".repeat(LABEL) + text);
        }
        printColumns(table.columns(), indent + "    ");
        print(table.anomalies(), indent);
    }

    private void printColumns(List<ColumnProfile> columns, String indent) {
        var cells = new ArrayList<List<String>>();
        cells.add(List.of(
                words.of("column"),
                words.of("type"),
                words.of("filled"),
                words.of("blank"),
                words.of("distinct"),
                words.of("range"),
                words.of("forms")));
        columns.stream().limit(MOST_COLUMNS).forEach(column -> cells.add(cells(column)));
        AlignedColumns.print(cells, indent, out);
        if (columns.size() > MOST_COLUMNS) {
            say(indent + words.of("more", columns.size() - MOST_COLUMNS));
        }
    }

    private List<String> cells(ColumnProfile column) {
        var range = column.min().map(min -> min + " … " + column.max().orElse("")).orElse("");
        return List.of(
                column.name(),
                words.of("type." + id(column.type())),
                number(column.filled()),
                number(column.blank()),
                column.distinctError()
                        .map(error -> words.of("estimated", column.distinct(), error / 10.0))
                        .orElseGet(() -> number(column.distinct())),
                range,
                String.join("; ", remarks(column)));
    }

    private List<String> remarks(ColumnProfile column) {
        var remarks = new ArrayList<String>();
        column.group().ifPresent(group -> remarks.add(words.of("group", group)));
        column.unit().ifPresent(unit -> remarks.add(words.of("unit", unit)));
        column.dates().ifPresent(days -> remarks.add(words.of("dates", days.first(), days.last())));
        column.forms()
                .forEach(form -> remarks.add(form.count() == column.filled()
                        ? words.of("form." + form.form().id())
                        : words.of("times", words.of("form." + form.form().id()), form.count())));
        column.sentinels().forEach(value -> remarks.add(words.of("instead", value.value(), value.count())));
        column.unique().filter(unique -> unique && column.filled() > 1).ifPresent(_ -> remarks.add(words.of("unique")));
        return remarks;
    }

    private void print(TreeProfile tree, String indent) {
        line(indent, "label.tree", words.of("tree", tree.records(), tree.recordPath()));
        var values = tree.fields().stream().flatMap(field -> field.values().stream()).toList();
        if (!values.isEmpty()) {
            printColumns(values, indent + "    ");
        }
        tree.fields().stream()
                .filter(field -> field.values().isEmpty() || field.present() < tree.records())
                .limit(MOST_COLUMNS)
                .forEach(field -> say(indent
                        + "    "
                        + words.of(
                                field.values().isEmpty() ? "field.nested" : "field",
                                field.name(),
                                field.present(),
                                tree.records())));
        print(tree.anomalies(), indent);
    }

    private void print(Content.Members members, String indent) {
        line(indent, "label.members", words.of("members", members.members().size()));
        for (Member member : members.members()) {
            var path = member.path().isEmpty() ? words.of("member.unnamed") : member.path();
            say(indent + "  " + words.of("member", path, member.format().display(), member.size()));
            member.facts().ifPresent(facts -> print(facts, indent + "    "));
        }
        print(members.anomalies(), indent);
    }

    private void print(GeoProfile geo, String indent) {
        var crs = geo.crs().orElse(words.of("crs.unknown"));
        var how = words.of(geo.stated() ? "crs.stated" : "crs.inferred");
        line(indent, "label.geo", words.of("crs", crs, how, geo.positions(), geo.insideTaiwan(), share(geo)));
        geo.box()
                .ifPresent(box -> say(indent
                        + " ".repeat(LABEL)
                        + words.of("box", box.west(), box.south(), box.east(), box.north())));
        if (!geo.geometries().isEmpty()) {
            say(indent
                    + " ".repeat(LABEL)
                    + geo.geometries().stream()
                            .map(kind -> kind.value() + " " + number(kind.count()))
                            .collect(Collectors.joining(", ")));
        }
        print(geo.anomalies(), indent);
    }

    private static double share(GeoProfile geo) {
        return geo.positions() == 0 ? 0 : 100.0 * geo.insideTaiwan() / geo.positions();
    }

    private void print(List<Anomaly> anomalies, String indent) {
        for (var anomaly : anomalies) {
            say(indent + "! " + words.of("times", words.of("anomaly." + anomaly.code().id()), anomaly.count()));
            anomaly.samples().forEach(place -> say(indent + "    " + place(place)));
        }
    }

    private String place(Place place) {
        var text = new StringBuilder();
        if (!place.part().isEmpty()) {
            text.append(words.of("place.part", place.part()));
        }
        if (place.line() > 0) {
            text.append(words.of("place.line", place.line()));
            text.append(place.column() > 0 ? words.of("place.column", place.column()) : "");
        }
        if (place.offset() >= 0) {
            text.append(text.isEmpty() ? "" : " · ").append(words.of("place.offset", place.offset()));
        }
        return place.seen().isEmpty() ? text.toString() : text + ": " + place.seen();
    }

    private void line(String indent, String label, String text) {
        var name = words.of(label);
        say(indent + name + " ".repeat(Math.max(1, LABEL - AlignedColumns.width(name))) + text);
    }

    /// Prints a line; names and values in it may hold anything, and control characters must not reach a terminal.
    private void say(String text) {
        out.println(visible(text));
    }

    private String lineEnd(Dialect dialect) {
        return dialect.lineEnd().isEmpty() ? words.of("none") : dialect.lineEnd();
    }

    private String character(char c) {
        return switch (c) {
            case '\0' -> words.of("none");
            case '\t' -> words.of("tab");
            case ' ' -> words.of("blanks");
            default -> String.valueOf(c);
        };
    }

    /// The text with its control characters replaced.
    static String visible(String text) {
        return text.codePoints()
                .map(c -> c < ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0) ? '␣' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String number(long count) {
        return "%,d".formatted(count);
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
