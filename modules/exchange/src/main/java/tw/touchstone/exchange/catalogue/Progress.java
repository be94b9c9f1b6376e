package tw.touchstone.exchange.catalogue;

/// How far reading has come.
///
/// @param rows      rows read so far
/// @param bytesRead bytes of the file read so far, a little ahead of the rows
/// @param bytes     size of the file
public record Progress(long rows, long bytesRead, long bytes) {}
