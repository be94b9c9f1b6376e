package tw.touchstone.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tw.touchstone.model.Sha256;

/// Keeps byte sequences under their SHA-256 digest: snapshots of distributions, facts, scorecards.
///
/// An object never changes, so putting it again changes nothing, and a backup copies what it lacks. What a method has
/// answered survives a power cut. Disk trouble is an [UncheckedIOException] and leaves nothing half-written.
/// All methods may be called from any thread.
public interface Archive extends AutoCloseable {

    /// Keeps a document of ours, even one of no bytes.
    Sha256 put(byte[] bytes);

    /// Keeps what a stranger sends, up to and including `maxBytes`; the stream is read once and not closed.
    ///
    /// Only as much as a small object is held in memory. A stream that fails is an answer ([Stored.CutOff]), since the
    /// far end may always hang up; it keeps nothing.
    Stored put(InputStream in, long maxBytes);

    /// Keeps many documents at the price of one: the small ones share one durable commit.
    ///
    /// After a failure some of the large ones may be kept, the small ones are kept all or none.
    ///
    /// @return their digests in the given order
    List<Sha256> putAll(List<byte[]> documents);

    /// The same, of documents whose digests are known already; the caller vouches for them.
    ///
    /// @param documents by their digests
    void putAll(Map<Sha256, byte[]> documents);

    /// The bytes from an offset on; empty where the object is not kept. The caller closes the stream.
    ///
    /// Beyond the end the stream is empty. Nothing is verified: [#verify(Sha256)] does that.
    Optional<InputStream> open(Sha256 digest, long offset);

    /// The bytes; empty where the object is not kept. The caller closes the stream.
    default Optional<InputStream> open(Sha256 digest) {
        return open(digest, 0);
    }

    /// The whole object in memory, for documents of ours; empty where it is not kept.
    default Optional<byte[]> read(Sha256 digest) {
        return open(digest).map(stream -> {
            try (stream) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + digest, e);
            }
        });
    }

    /// The plain file that holds exactly these bytes, for readers that jump about and for sending without a copy.
    ///
    /// Only large objects of a local archive have one; for all others it is empty and [#open(Sha256, long)] serves.
    /// The file must not be written to.
    Optional<Path> file(Sha256 digest);

    /// How many bytes the object has; empty where it is not kept.
    OptionalLong size(Sha256 digest);

    /// Whether the object is kept.
    default boolean contains(Sha256 digest) {
        return size(digest).isPresent();
    }

    /// Reads the object and computes its digest again.
    Integrity verify(Sha256 digest);

    /// Forgets the object; no effect where it is not kept.
    ///
    /// A collector must not delete what was put recently: a [#put(byte[])] that found the object kept does not renew it.
    void delete(Sha256 digest);

    /// Names every kept object once, in no order; objects put or deleted meanwhile may or may not be named.
    void forEach(Consumer<Sha256> action);

    @Override
    void close();
}
