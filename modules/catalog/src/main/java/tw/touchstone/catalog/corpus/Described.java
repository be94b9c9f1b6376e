package tw.touchstone.catalog.corpus;

import java.util.Optional;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;

/// A dataset whose description is compared with the others of its agency.
///
/// @param likeness to its twin; empty where no other description is that much like it
record Described(DatasetId dataset, AgencyId agency, Sketch sketch, Optional<Likeness> likeness) {

    boolean isAbout(AgencyId other, Sketch text) {
        return agency.equals(other) && sketch.equals(text);
    }

    Described with(Optional<Likeness> found) {
        return new Described(dataset, agency, sketch, found);
    }
}
