package tw.touchstone.exchange.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.SourceRef;

/// Who a row is: the same at every import of the same source.
///
/// @param id         of our dataset
/// @param identifier at the source, verbatim; where the source has none, one made from title and agency
/// @param derived    whether `id` does not show the source's identifier
record Identity(DatasetId id, String identifier, boolean derived) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int DIGITS = 16;

    /// Empty where the national portal's identifier is missing or unusable, or another source gives neither
    /// identifier nor title.
    static Optional<Identity> of(String source, Map<Column, String> row) {
        var identifier = row.getOrDefault(Column.IDENTIFIER, "").strip();
        if (source.equals(SourceRef.NATIONAL)) {
            return national(identifier);
        }
        var id = source + "-" + identifier;
        if (!identifier.isEmpty() && DatasetId.isValid(id)) {
            return Optional.of(new Identity(new DatasetId(id), identifier, false));
        }
        var title = row.getOrDefault(Column.TITLE, "").strip();
        if (identifier.isEmpty() && title.isEmpty()) {
            return Optional.empty();
        }
        var made = identifier.isEmpty()
                ? digest(title + "\n" + row.getOrDefault(Column.AGENCY, "").strip())
                : digest(identifier);
        return Optional.of(new Identity(
                new DatasetId(source + "-x" + made), identifier.isEmpty() ? "x" + made : identifier, true));
    }

    private static Optional<Identity> national(String identifier) {
        if (NUMBER.matcher(identifier).matches()) {
            return Optional.of(new Identity(new DatasetId(identifier), identifier, false));
        }
        var id = SourceRef.NATIONAL + "-" + identifier;
        return DatasetId.isValid(identifier) && DatasetId.isValid(id)
                ? Optional.of(new Identity(new DatasetId(id), identifier, false))
                : Optional.empty();
    }

    private static String digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).toString().substring(0, DIGITS);
    }
}
