package tw.touchstone.catalog.mending;

import java.time.Instant;
import java.util.Optional;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Sha256;

/// A fix that was applied.
///
/// @param number       unique in the catalogue
/// @param distribution number of the one it mended; 0 where it mended the dataset as a whole
/// @param by           name of the account
/// @param from         the change number the dataset stood at
/// @param to           the change number it was published with
/// @param before       name of the document of the dataset before, in the archive
/// @param after        digest of the document of the dataset after
/// @param undone       when and by whom it was undone, if it was
public record AppliedFix(
        long number,
        DatasetId dataset,
        FixKind kind,
        int distribution,
        Instant at,
        String by,
        long from,
        long to,
        Sha256 before,
        Sha256 after,
        Optional<Undone> undone) {

    /// That a fix was undone.
    ///
    /// @param to the change number the dataset was published with
    public record Undone(Instant at, String by, long to) {}
}
