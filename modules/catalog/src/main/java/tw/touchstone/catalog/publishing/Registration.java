package tw.touchstone.catalog.publishing;

import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.vocabulary.conformance.ConformanceReport;

/// What became of an attempt to register, revise or withdraw a dataset.
public sealed interface Registration {

    /// It is published, searchable, and on disk.
    ///
    /// @param number the change number the dataset stands at, its `ETag`
    /// @param report what the profile advises; without violations
    record Done(Dataset dataset, long number, ConformanceReport report) implements Registration {}

    /// It breaks the application profile; nothing was changed.
    record NotConforming(ConformanceReport report) implements Registration {}

    /// Another dataset has this identifier.
    record IdTaken(DatasetId id) implements Registration {}

    /// The account may not act for this agency.
    record NotAllowed(AgencyId publisher) implements Registration {}

    /// There is no such dataset.
    record Absent(DatasetId id) implements Registration {}

    /// The dataset was withdrawn.
    record Gone(DatasetId id) implements Registration {}

    /// Somebody else changed the dataset in between.
    ///
    /// @param current the change number it stands at now
    record Conflict(DatasetId id, long current) implements Registration {}
}
