package tw.touchstone.quality.rules.ready;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.FieldName;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.rules.reading.Columns;
import tw.touchstone.quality.rules.reading.FieldNames;

/// A distribution and what its bytes hold, members of an archive included.
record Opened(Question question, ByteFacts bytes) {

    static Optional<Opened> of(Question question) {
        return question.facts().bytes().map(bytes -> new Opened(question, bytes));
    }

    /// The file itself, and what could be unpacked from it.
    List<ByteFacts> parts() {
        return parts(bytes).toList();
    }

    private static Stream<ByteFacts> parts(ByteFacts bytes) {
        return located("", bytes).map(Part::facts);
    }

    /// The file itself or a file in it.
    ///
    /// @param path inside the file; empty for the file itself
    private record Part(String path, ByteFacts facts) {

        Place in(Place place) {
            return path.isEmpty() ? place : place.in(path);
        }

        Stream<Anomaly> anomalies() {
            return Stream.of(
                            facts.text().stream().flatMap(text -> text.anomalies().stream()),
                            switch (facts.content()) {
                                case Content.Tables(var tables) -> tables.stream().flatMap(table -> table.anomalies().stream());
                                case Content.Tree(var tree) -> tree.anomalies().stream();
                                default -> Stream.<Anomaly>empty();
                            })
                    .flatMap(each -> each);
        }
    }

    private static Stream<Part> located(String path, ByteFacts bytes) {
        var part = Stream.of(new Part(path, bytes));
        return bytes.content() instanceof Content.Members(var members, _)
                ? Stream.concat(
                        part,
                        members.stream()
                                .flatMap(each -> each.facts().stream()
                                        .flatMap(facts -> located(path.isEmpty() ? each.path() : path + "/" + each.path(), facts))))
                : part;
    }

    /// Whether something in it could be read as rows, records or positions; nothing can be said of the content of others.
    boolean isReadable() {
        return isReadable(bytes);
    }

    static boolean isReadable(ByteFacts bytes) {
        return parts(bytes)
                .anyMatch(part -> part.content() instanceof Content.Tables
                        || part.content() instanceof Content.Tree
                        || part.geo().isPresent());
    }

    /// The failure of whatever reads the content where nothing could be read: a broken file must not be asked less.
    Optional<Outcome> unreadable(LangText expected) {
        var name = bytes.format().display();
        return isReadable()
                ? Optional.empty()
                : Optional.of(new Failed(new Evidence(
                        1,
                        1,
                        new Finding(
                                LangText.of(name + " 中讀不到表格或紀錄", "no table or records could be read in " + name),
                                expected),
                        breaks())));
    }

    /// Where the file, or a file in it, breaks off or breaks its grammar; else its beginning, by which it was told what
    /// it is.
    private List<Place> breaks() {
        var broken = located("", bytes)
                .flatMap(part -> part.facts().content() instanceof Content.Malformed malformed
                        ? Stream.of(part.in(malformed.place()))
                        : Stream.empty())
                .toList();
        return broken.isEmpty() ? List.of(beginning()) : broken;
    }

    /// The beginning of the file, and what was found there.
    Place beginning() {
        return new Place(0, 0, 0, bytes.formatEvidence());
    }

    /// Where columns of these names stand in their headers; the names alone where no column bears them.
    List<Place> headers(List<String> names) {
        var all = Columns.of(bytes).all();
        return names.stream()
                .limit(Evidence.SAMPLES)
                .map(name -> all.stream()
                        .filter(column -> column.profile().name().equals(name))
                        .map(Columns.Column::place)
                        .findFirst()
                        .orElse(new Place(0, 0, -1, name)))
                .toList();
    }

    /// Where the names of fields stand; the beginning of the file where it has none.
    Place header() {
        return FieldNames.of(bytes).map(FieldNames::place).orElse(beginning());
    }

    /// Where anomalies of these kinds stand.
    Stream<Place> where(Set<AnomalyCode> codes) {
        return located("", bytes).flatMap(part -> part.anomalies()
                .filter(each -> codes.contains(each.code()))
                .flatMap(each -> each.samples().stream())
                .map(part::in));
    }

    /// The files in the file, itself included, that are written in an encoding other than these; each at its beginning.
    Stream<Place> encodedOtherwise(Set<TextEncoding> encodings) {
        return located("", bytes).flatMap(part -> part.facts().text().stream()
                .map(TextFacts::encoding)
                .filter(each -> !encodings.contains(each))
                .map(each -> part.in(new Place(0, 0, 0, each.display()))));
    }

    /// Where values of such forms stand.
    List<Place> formed(Predicate<ValueForm> asked) {
        return located("", bytes)
                .filter(part -> !(part.facts().content() instanceof Content.Members))
                .flatMap(part -> Columns.of(part.facts()).all().stream()
                        .flatMap(column -> column.profile().forms().stream())
                        .filter(each -> asked.test(each.form()) && each.count() > 0)
                        .flatMap(each -> each.samples().stream())
                        .map(part::in))
                .limit(Evidence.SAMPLES)
                .toList();
    }

    /// The names by which fields are declared or stand in the file.
    Stream<String> knownNames() {
        return Stream.concat(question.distribution().fields().stream().map(FieldDescription::name), names().stream()).distinct();
    }

    List<TableProfile> tables() {
        return parts().stream()
                .flatMap(part -> part.content() instanceof Content.Tables(var tables) ? tables.stream() : Stream.empty())
                .toList();
    }

    /// The columns of all tables, and the fields of all trees as far as they were profiled.
    List<ColumnProfile> columns() {
        return parts().stream()
                .flatMap(part -> switch (part.content()) {
                    case Content.Tables(var tables) -> tables.stream().flatMap(table -> table.columns().stream());
                    case Content.Tree(var tree) -> tree.fields().stream().flatMap(Opened::profile);
                    default -> Stream.<ColumnProfile>empty();
                })
                .toList();
    }

    /// The names under which values stand.
    List<String> names() {
        return parts().stream()
                .flatMap(part -> switch (part.content()) {
                    case Content.Tables(var tables) -> tables.stream().flatMap(table -> table.header().stream());
                    case Content.Tree(var tree) -> tree.fields().stream().map(FieldPresence::name);
                    default -> Stream.<String>empty();
                })
                .distinct()
                .toList();
    }

    private static Stream<ColumnProfile> profile(FieldPresence field) {
        return field.values().stream();
    }

    long rows() {
        return parts().stream()
                .mapToLong(part -> switch (part.content()) {
                    case Content.Tables(var tables) -> tables.stream().mapToLong(TableProfile::rows).sum();
                    case Content.Tree(var tree) -> tree.records();
                    default -> 0L;
                })
                .sum();
    }

    List<GeoProfile> places() {
        return parts().stream().flatMap(part -> part.geo().stream()).filter(geo -> geo.positions() > 0).toList();
    }

    /// Everything odd that was found in text, tables and trees.
    Stream<Anomaly> anomalies() {
        return located("", bytes).flatMap(Part::anomalies);
    }

    long count(AnomalyCode code) {
        return anomalies().filter(each -> each.code() == code).mapToLong(Anomaly::count).sum();
    }

    /// What the publisher declares of the field with this name.
    Optional<FieldDescription> declared(String name) {
        var wanted = FieldName.fold(name);
        return question.distribution().fields().stream()
                .filter(each -> FieldName.fold(each.name()).equals(wanted))
                .findFirst();
    }

    /// The column with this name.
    Optional<ColumnProfile> column(String name) {
        var wanted = FieldName.fold(name);
        return columns().stream().filter(each -> FieldName.fold(each.name()).equals(wanted)).findFirst();
    }
}
