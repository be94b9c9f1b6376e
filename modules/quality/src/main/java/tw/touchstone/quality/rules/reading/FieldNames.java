package tw.touchstone.quality.rules.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TableProfile;

/// The names by which a file's values can be found: of all sheets of a workbook, of all files of an archive.
///
/// @param own      names of the columns or of the records' fields, as they stand in the file
/// @param all      `own` and every other element or key name
/// @param place    where the names stand, the first of several places
/// @param complete whether no file inside was left unread that may hold further names
public record FieldNames(List<String> own, List<String> all, Place place, boolean complete) {

    /// Empty where the inspector reads no names in this file.
    public static Optional<FieldNames> of(ByteFacts bytes) {
        return switch (bytes.content()) {
            case Content.Tables(var tables) -> {
                var header =
                        tables.stream().flatMap(table -> table.header().stream()).toList();
                yield Optional.of(new FieldNames(header, header, place(tables, header), true));
            }
            case Content.Tree(var profile) -> {
                var fields =
                        profile.fields().stream().map(FieldPresence::name).toList();
                var all = Stream.concat(fields.stream(), profile.names().stream())
                        .distinct()
                        .toList();
                yield Optional.of(new FieldNames(fields, all, place(0, fields), true));
            }
            case Content.Members(var members, _) -> of(members);
            case Content.Encrypted _, Content.Opaque _, Content.Malformed _, Content.Empty _ -> Optional.empty();
        };
    }

    /// Whether files of this format hold names of fields.
    static boolean hasNames(FileFormat format) {
        return format.kind() == FileFormat.Kind.TABLE || format.kind() == FileFormat.Kind.TREE;
    }

    private static Optional<FieldNames> of(List<Member> members) {
        var own = new ArrayList<String>();
        var all = new ArrayList<String>();
        var places = new ArrayList<Place>();
        boolean complete = true;
        for (var member : members) {
            var names = member.facts().flatMap(FieldNames::of);
            complete &= names.map(FieldNames::complete).orElse(!hasNames(member.format()));
            names.ifPresent(each -> {
                own.addAll(each.own);
                all.addAll(each.all);
                places.add(each.place.in(member.path()));
            });
        }
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new FieldNames(own, all, places.getFirst(), complete));
    }

    private static Place place(List<TableProfile> tables, List<String> header) {
        long line = tables.isEmpty() ? 0 : tables.getFirst().headerLine();
        var place = place(line, header);
        return tables.size() > 1 ? place.in(tables.getFirst().name()) : place;
    }

    private static Place place(long line, List<String> names) {
        return new Place(line, 0, -1, Texts.shortened(String.join(",", names.stream().limit(80).toList())));
    }
}
