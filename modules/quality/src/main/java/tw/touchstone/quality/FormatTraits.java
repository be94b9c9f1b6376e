package tw.touchstone.quality;

import tw.touchstone.model.FileFormat;

/// What the vocabulary says of a file format.
///
/// @param listed          whether the European list of file types has it
/// @param proprietary     bound to one maker's product
/// @param machineReadable structured so that a program finds the records without extra knowledge
public record FormatTraits(FileFormat format, boolean listed, boolean proprietary, boolean machineReadable) {}
