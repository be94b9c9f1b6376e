package tw.touchstone.catalog.mending;

import java.util.List;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.fact.ByteFacts;

/// A file before and after.
///
/// @param distribution whose file it becomes
/// @param before       what the file it is made from is
/// @param after        what the new file is
/// @param lines        the first lines that change
public record FileChange(DistributionId distribution, ByteFacts before, ByteFacts after, List<LineChange> lines) {

    public FileChange {
        lines = List.copyOf(lines);
    }
}
