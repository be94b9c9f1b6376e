package tw.touchstone.archive;

import tw.touchstone.model.Sha256;

/// What became of a stream that was handed to [Archive#put(java.io.InputStream, long)].
public sealed interface Stored {

    /// All bytes are kept.
    ///
    /// @param size in bytes, at least one
    record Kept(Sha256 digest, long size) implements Stored {}

    /// Not one byte came. The empty object is kept like any other, because its facts are evidence too, but it is told
    /// apart since an empty upload is nearly always a mistake.
    record Empty(Sha256 digest) implements Stored {}

    /// There were more bytes than allowed; nothing is kept.
    ///
    /// @param limit in bytes
    record TooLarge(long limit) implements Stored {}

    /// The stream failed before its end; nothing is kept.
    ///
    /// @param received how many bytes had come
    /// @param reason   the stream's own message, for a log
    record CutOff(long received, String reason) implements Stored {}
}
