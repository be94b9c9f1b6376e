package tw.touchstone.inspection.tree;

import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.table.LocatedTables;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TreeProfile;

/// Puts byte offsets into the places that the facts about a tree show.
public final class LocatedTrees {

    private LocatedTrees() {}

    /// The lines of the places that have no offset yet.
    public static NavigableSet<Long> lines(Reading read) {
        return places(read)
                .filter(place -> place.offset() < 0 && place.line() > 0)
                .map(Place::line)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The same facts, each place with an offset: its own, or where its line begins.
    ///
    /// @param offsets where lines begin
    public static Reading of(Reading read, Map<Long, Long> offsets) {
        return placed(read, place ->
                place.offset() < 0 ? place.at(offsets.getOrDefault(place.line(), place.offset())) : place);
    }

    /// Every place that the facts show.
    static Stream<Place> places(Reading read) {
        var geo = read.geo().stream().map(GeoProfile::anomalies).flatMap(anomalies -> anomalies.stream());
        return switch (read.content()) {
            case Content.Malformed malformed -> Stream.of(malformed.place());
            case Content.Tree(var tree) -> Stream.concat(
                    Stream.concat(geo, tree.anomalies().stream()).map(Anomaly::samples).flatMap(each -> each.stream()),
                    tree.fields().stream()
                            .flatMap(field -> field.values().stream())
                            .flatMap(column -> column.forms().stream())
                            .map(FormCount::samples)
                            .flatMap(each -> each.stream()));
            default -> Stream.empty();
        };
    }

    /// The same facts with other places.
    static Reading placed(Reading read, UnaryOperator<Place> placing) {
        Content content = switch (read.content()) {
            case Content.Malformed(var reason, var place) -> new Content.Malformed(reason, placing.apply(place));
            case Content.Tree(var tree) -> new Content.Tree(new TreeProfile(
                    tree.recordPath(),
                    tree.records(),
                    tree.fields().stream()
                            .map(field -> new FieldPresence(
                                    field.name(),
                                    field.present(),
                                    field.values().map(column -> LocatedTables.column(column, placing))))
                            .toList(),
                    tree.names(),
                    LocatedTables.anomalies(tree.anomalies(), placing)));
            default -> read.content();
        };
        var geo = read.geo().map(positions -> LocatedTables.geo(positions, placing));
        return new Reading(read.format(), read.evidence(), content, read.extent(), geo, read.text());
    }
}
