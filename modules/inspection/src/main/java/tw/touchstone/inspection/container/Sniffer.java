package tw.touchstone.inspection.container;

import tw.touchstone.model.FileFormat;

/// Names the format of a member by its first bytes.
@FunctionalInterface
public interface Sniffer {

    /// How many bytes are enough.
    int HEAD = 4_096;

    FileFormat format(byte[] head);
}
