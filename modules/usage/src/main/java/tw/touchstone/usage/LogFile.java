package tw.touchstone.usage;

import java.nio.file.Path;

/// A file of the event log as a backup has to copy it: only its first bytes, since it may go on growing.
///
/// @param bytes how many to copy; they never change
public record LogFile(Path file, long bytes) {}
