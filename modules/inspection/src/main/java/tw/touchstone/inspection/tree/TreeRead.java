package tw.touchstone.inspection.tree;

import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;

/// A tree as read, and the format that its content turned out to be.
///
/// @param evidence what showed the format, in English
public record TreeRead(FileFormat format, String evidence, Content content) {}
