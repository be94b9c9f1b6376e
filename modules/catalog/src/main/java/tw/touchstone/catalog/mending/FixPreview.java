package tw.touchstone.catalog.mending;

import java.util.List;

/// What a fix would change, before it does.
///
/// @param fields of the metadata
/// @param files  that would be written anew
public record FixPreview(
        FixId id, Fix fix, Ground ground, Forecast forecast, List<FieldChange> fields, List<FileChange> files) {

    public FixPreview {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }
}
