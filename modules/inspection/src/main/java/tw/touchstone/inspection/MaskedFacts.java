package tw.touchstone.inspection;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tw.touchstone.inspection.table.LocatedTables;
import tw.touchstone.inspection.table.PersonalData;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextFacts;
import tw.touchstone.model.fact.TreeProfile;
import tw.touchstone.model.fact.ValueCount;

/// Facts in which no text shows what identifies a person, wherever a file has it: values are masked where they are
/// gathered, where the column is known; names of columns, sheets, fields and members, and whatever else was forgotten,
/// here.
final class MaskedFacts {

    private static final UnaryOperator<String> MASK = PersonalData::masked;

    private MaskedFacts() {}

    static ByteFacts of(ByteFacts facts) {
        return new ByteFacts(
                facts.digest(),
                facts.size(),
                facts.inspector(),
                facts.extent(),
                facts.format(),
                MASK.apply(facts.formatEvidence()),
                facts.text().map(MaskedFacts::text),
                content(facts.content()),
                facts.geo().map(geo -> LocatedTables.geo(geo, MaskedFacts::place)));
    }

    private static TextFacts text(TextFacts text) {
        return new TextFacts(text.encoding(), text.byteOrderMark(), anomalies(text.anomalies()), text.contradictions());
    }

    private static Content content(Content content) {
        return switch (content) {
            case Content.Tables(var tables) ->
                new Content.Tables(tables.stream().map(MaskedFacts::table).toList());
            case Content.Tree(var tree) -> new Content.Tree(tree(tree));
            case Content.Members(var members, var anomalies) ->
                new Content.Members(members.stream().map(MaskedFacts::member).toList(), anomalies(anomalies));
            case Content.Malformed(var reason, var place) -> new Content.Malformed(MASK.apply(reason), place(place));
            case Content.Encrypted _, Content.Opaque _, Content.Empty _ -> content;
        };
    }

    private static TableProfile table(TableProfile table) {
        return new TableProfile(
                MASK.apply(table.name()),
                table.dialect(),
                table.headerLine(),
                texts(table.header()),
                table.rows(),
                anomalies(table.anomalies()),
                table.columns().stream().map(MaskedFacts::column).toList());
    }

    private static ColumnProfile column(ColumnProfile column) {
        return new ColumnProfile(
                MASK.apply(column.name()),
                column.group().map(MASK),
                column.unit().map(MASK),
                column.type(),
                column.filled(),
                column.blank(),
                values(column.sentinels()),
                column.distinct(),
                column.distinctError(),
                column.unique(),
                column.min().map(MASK),
                column.max().map(MASK),
                column.dates(),
                column.longest(),
                values(column.top()),
                column.forms().stream()
                        .map(form -> new FormCount(form.form(), form.count(), places(form.samples())))
                        .toList());
    }

    private static TreeProfile tree(TreeProfile tree) {
        return new TreeProfile(
                MASK.apply(tree.recordPath()),
                tree.records(),
                tree.fields().stream()
                        .map(field -> new FieldPresence(
                                MASK.apply(field.name()), field.present(), field.values().map(MaskedFacts::column)))
                        .toList(),
                tree.names().stream().map(MASK).distinct().sorted().toList(),
                anomalies(tree.anomalies()));
    }

    private static Member member(Member member) {
        return new Member(
                MASK.apply(member.path()), member.size(), member.format(), member.facts().map(MaskedFacts::of));
    }

    private static List<Anomaly> anomalies(List<Anomaly> anomalies) {
        return LocatedTables.anomalies(anomalies, MaskedFacts::place);
    }

    private static List<Place> places(List<Place> places) {
        return places.stream().map(MaskedFacts::place).toList();
    }

    private static Place place(Place place) {
        return new Place(
                MASK.apply(place.part()), place.line(), place.column(), place.offset(), MASK.apply(place.seen()));
    }

    private static List<ValueCount> values(List<ValueCount> values) {
        return values.stream()
                .map(value -> new ValueCount(MASK.apply(value.value()), value.count()))
                .toList();
    }

    private static List<String> texts(List<String> texts) {
        return texts.stream().map(MASK).toList();
    }
}
