package tw.touchstone.quality;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.DatasetId;

/// What is known of a dataset beyond its own metadata and bytes.
///
/// @param twin    the nearest description of the same agency; empty where it was not looked for
/// @param replies how comments were answered; empty while there is no log of comments
public record DatasetFacts(Optional<Twin> twin, Optional<Replies> replies) {

    /// Nothing is known.
    public static final DatasetFacts NONE = new DatasetFacts(Optional.empty(), Optional.empty());

    /// The most similar description of another dataset of the same agency.
    ///
    /// @param nearest    whose description it is; empty where the agency has no other one
    /// @param similarity how similar the two are
    public record Twin(Optional<DatasetId> nearest, Share similarity) {}

    /// Comments of the public and their answers.
    ///
    /// @param comments in the order in which they came
    public record Replies(List<Comment> comments) {

        public Replies {
            comments = List.copyOf(comments);
        }
    }
}
