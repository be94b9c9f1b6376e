package tw.touchstone.quality.rules.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.Place;

/// The names by which a file's values can be found.
///
/// @param own   names of the columns or of the records' fields, as they stand in the file
/// @param all   `own` and every other element or key name
/// @param place where the names stand
public record FieldNames(List<String> own, List<String> all, Place place) {

    /// Empty where the inspector reads no names in this format, for example inside archives.
    public static Optional<FieldNames> of(ByteFacts bytes) {
        return switch (bytes.content()) {
            case Content.Tables(var tables) -> {
                var header =
                        tables.stream().flatMap(table -> table.header().stream()).toList();
                long line = tables.isEmpty() ? 0 : tables.getFirst().headerLine();
                yield Optional.of(new FieldNames(header, header, place(line, header)));
            }
            case Content.Tree(var profile) -> {
                var fields =
                        profile.fields().stream().map(FieldPresence::name).toList();
                var all = Stream.concat(fields.stream(), profile.names().stream())
                        .distinct()
                        .toList();
                yield Optional.of(new FieldNames(fields, all, place(0, fields)));
            }
            case Content.Members _, Content.Encrypted _, Content.Opaque _, Content.Malformed _, Content.Empty _ -> Optional.empty();
        };
    }

    private static Place place(long line, List<String> names) {
        return new Place(line, 0, -1, Texts.shortened(String.join(",", names.stream().limit(80).toList())));
    }
}
