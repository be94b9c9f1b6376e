package tw.touchstone.inspection.container;

import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;

/// A container as read.
public record ContainerRead(FileFormat format, String evidence, Content content, Extent extent) {}
