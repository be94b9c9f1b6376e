package tw.touchstone.store;

import java.time.Duration;

/// What a compaction did.
///
/// @param bytesBefore on disk, of the store that was replaced
/// @param bytesAfter  on disk, of the new one
/// @param took        the whole of it, while the store was serving
/// @param held        how long writers waited for the swap; readers never wait
public record Compaction(long bytesBefore, long bytesAfter, Duration took, Duration held) {}
