package tw.touchstone.inspection.format;

import tw.touchstone.model.FileFormat;

/// A format and what showed it.
///
/// @param evidence in English, for example `begins with %PDF`
public record Recognised(FileFormat format, String evidence) {}
