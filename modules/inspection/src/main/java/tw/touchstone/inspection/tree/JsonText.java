package tw.touchstone.inspection.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Place;

/// A JSON text that can be opened several times, as a stream of tokens.
public final class JsonText {

    /// Objects and arrays in one another that are read.
    static final int DEPTH = 500;

    private static final int STRING = 8 << 20;
    private static final int NAME = 50_000;
    private static final int NUMBER = 10_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Tables of names would grow with every name of a hostile file. Without them the library decodes before it
            // parses, so that its locations count characters.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(STRING)
                    .maxNameLength(NAME)
                    .maxNumberLength(NUMBER)
                    .build())
            .build();

    /// Opens bytes in UTF-8.
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }

    /// Opens characters.
    @FunctionalInterface
    public interface Characters {
        Reader open() throws IOException;
    }

    @FunctionalInterface
    private interface Opener {
        JsonParser open() throws IOException;
    }

    private final Opener opener;
    private final Characters characters;
    private final boolean bytes;
    private final long skipped;

    private JsonText(Opener opener, Characters characters, boolean bytes, long skipped) {
        this.opener = opener;
        this.characters = characters;
        this.bytes = bytes;
        this.skipped = skipped;
    }

    /// Bytes in UTF-8, of which some were left out before the first.
    public static JsonText ofBytes(Bytes in, Characters characters, long skipped) {
        return new JsonText(
                () -> FACTORY.createParser(ObjectReadContext.empty(), in.open()), characters, true, skipped);
    }

    /// Characters, where the bytes are in another encoding; places then have no offset.
    public static JsonText ofCharacters(Characters characters) {
        return new JsonText(
                () -> FACTORY.createParser(ObjectReadContext.empty(), characters.open()), characters, false, 0);
    }

    JsonParser open() throws IOException {
        return opener.open();
    }

    Reader characters() throws IOException {
        return characters.open();
    }

    /// The cap that ended reading.
    static Extent cap(StreamConstraintsException e) {
        var message = String.valueOf(e.getOriginalMessage());
        if (message.contains("nesting depth")) {
            return new Extent.Partial("depth", DEPTH);
        }
        if (message.startsWith("Name")) {
            return new Extent.Partial("name-chars", NAME);
        }
        return message.startsWith("Number")
                ? new Extent.Partial("number-chars", NUMBER)
                : new Extent.Partial("string-chars", STRING);
    }

    static JsonParser line(String text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /// How many characters stand before a location; -1 where that leads to no byte. [#located(Reading)] makes bytes of
    /// them.
    long offset(TokenStreamLocation at) {
        return offset(at.getCharOffset(), 0);
    }

    private long offset(long characters, long before) {
        return bytes && characters >= 0 ? characters + before : -1;
    }

    Place place(TokenStreamLocation at, String seen) {
        return place(at, 0, 0, seen);
    }

    /// @param lines  that stand before what the parser reads
    /// @param before characters that stand before it
    Place place(TokenStreamLocation at, long lines, long before, String seen) {
        long line = Math.max(0, at.getLineNr()) + lines;
        return new Place(line, Math.max(0, at.getColumnNr()), offset(at.getCharOffset(), before), seen);
    }

    /// A place in a line of the text.
    ///
    /// @param before characters that stand before the line
    Place place(long line, int column, long before, String seen) {
        return new Place(line, column, offset(column - 1L, before), seen);
    }

    /// The same facts with offsets in bytes in the place of characters.
    Reading located(Reading read) throws IOException {
        return bytes ? ByteOffsets.of(read, characters, skipped) : read;
    }
}
