package tw.touchstone.vocabulary.profile;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.Dataset;

/// What came of reading somebody else's description of a dataset.
public sealed interface ForeignReading {

    /// A dataset was found.
    ///
    /// @param dataset       the draft, with the identifier and source the caller gave; not checked against any shape
    /// @param publisherName the publisher's name or IRI where it is no agency of ours, for the caller to look up
    /// @param notes         what was understood loosely or left out
    record Draft(Dataset dataset, Optional<String> publisherName, List<Note> notes) implements ForeignReading {
        public Draft {
            notes = List.copyOf(notes);
        }
    }

    /// There is not exactly one dataset in the graph.
    ///
    /// @param message why, for people
    /// @param found   the datasets that were found, sorted
    record NotOneDataset(String message, List<String> found) implements ForeignReading {
        public NotOneDataset {
            found = List.copyOf(found);
        }
    }

    /// One value that could not be taken over as it is.
    ///
    /// @param subject  the IRI or blank node that was described
    /// @param property the IRI of the property
    /// @param value    the value as it stands
    /// @param message  what became of it
    record Note(String subject, String property, String value, String message) {}
}
