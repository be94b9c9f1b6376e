package tw.touchstone.catalog.inspecting;

import tw.touchstone.archive.Archive;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.JsonReading;

/// Reads back the documents that were written here; anything else in their place is a broken home.
final class StoredFacts {

    private StoredFacts() {}

    static byte[] document(Archive archive, Sha256 digest) {
        return archive.read(digest)
                .orElseThrow(() -> new IllegalStateException("the archive has lost the facts document " + digest));
    }

    static <T> T value(JsonReading<T> reading) {
        return switch (reading) {
            case JsonReading.Value<T>(T value) -> value;
            case JsonReading.Refused<T> refused ->
                throw new IllegalStateException("a stored fact cannot be read: " + refused.message());
        };
    }
}
