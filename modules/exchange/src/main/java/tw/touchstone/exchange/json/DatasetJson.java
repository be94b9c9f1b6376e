package tw.touchstone.exchange.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;

/// A dataset as a JSON document: language maps for texts, notations or IRIs for terms.
///
/// Reading is strict: an unknown property, a wrong type, an unknown term, a bad URL or a repeated key refuses the
/// document, and all errors are told at once. At most 5 MB, 16 levels. What is written reads back the same, except
/// for `source` and `registered`, which are the catalogue's own.
public final class DatasetJson {

    private DatasetJson() {}

    /// Reads a document.
    ///
    /// @param suggestedId the identifier where the document names none
    public static DatasetReading read(byte[] document, DatasetId suggestedId, TermLookup terms) {
        var errors = new Errors();
        var fields = new NodeParser(errors).parse(document).flatMap(node -> Fields.of(node, "", errors));
        return fields.isPresent()
                ? new DatasetFields(terms, errors).read(fields.get(), suggestedId)
                : new DatasetReading.Refused(errors.found());
    }

    /// Reads a document, of which no more than the limit is taken from the stream.
    ///
    /// @throws UncheckedIOException if the stream cannot be read
    public static DatasetReading read(InputStream document, DatasetId suggestedId, TermLookup terms) {
        try {
            return read(document.readNBytes(NodeParser.MAX_BYTES + 1), suggestedId, terms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a document, indented; members without a value are left out.
    public static String write(Dataset dataset) {
        return DatasetWriter.write(dataset);
    }

    /// Writes the same document on one line, without its end.
    public static String line(Dataset dataset) {
        return DatasetWriter.line(dataset);
    }
}
