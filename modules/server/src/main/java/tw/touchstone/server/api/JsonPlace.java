package tw.touchstone.server.api;

import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Finds the column at which a text ceases to be JSON.
final class JsonPlace {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxTokenCount(500_000)
                    .build())
            .build();

    private JsonPlace() {}

    /// Counted from 1; 0 where the whole text is JSON, or where the fault has no place.
    static int column(byte[] text) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
            return 0;
        } catch (JacksonException malformed) {
            return malformed.getLocation() == null
                    ? 0
                    : Math.max(0, malformed.getLocation().getColumnNr());
        }
    }
}
