package tw.touchstone.model.fact;

import tw.touchstone.model.FileFormat;

/// One file inside an archive.
///
/// @param path   as stored in the archive
/// @param size   unpacked, in bytes
/// @param format by content
public record Member(String path, long size, FileFormat format) {}
