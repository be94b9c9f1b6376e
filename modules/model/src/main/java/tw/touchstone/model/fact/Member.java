package tw.touchstone.model.fact;

import java.util.Optional;
import tw.touchstone.model.FileFormat;

/// One file inside an archive.
///
/// @param path   as stored in the archive, decoded
/// @param size   unpacked, in bytes
/// @param format by content
/// @param facts  what it is, where it could be unpacked within the caps
public record Member(String path, long size, FileFormat format, Optional<ByteFacts> facts) {

    /// A member of which only the first bytes were looked at.
    public Member(String path, long size, FileFormat format) {
        this(path, size, format, Optional.empty());
    }
}
