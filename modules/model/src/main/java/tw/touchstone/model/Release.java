package tw.touchstone.model;

import java.util.Optional;

/// Which edition of a dataset this is, and what will become of it.
///
/// @param version     a number or name (`dcat:version`)
/// @param notes       what changed since the edition before (`adms:versionNotes`)
/// @param live        whether the data changes all the time, so that no edition is told apart (`cr:isLiveDataset`)
/// @param maintenance who keeps it, for how long, and how its end is announced (`rai:dataReleaseMaintenancePlan`)
public record Release(Optional<String> version, LangText notes, boolean live, LangText maintenance) {

    /// Nothing is stated.
    public static final Release NONE = new Release(Optional.empty(), LangText.NONE, false, LangText.NONE);

    /// Whether nothing is stated.
    public boolean isEmpty() {
        return equals(NONE);
    }
}
