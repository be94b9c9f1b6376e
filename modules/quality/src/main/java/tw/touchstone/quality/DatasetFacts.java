package tw.touchstone.quality;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.fact.LinkVerdict;

/// What is known of a dataset beyond its own metadata and bytes.
///
/// @param twin    the description of the same agency that is most like its own; empty where it was not looked for
/// @param replies how comments were answered; empty while there is no log of comments
/// @param sources how the addresses answered that the dataset names; empty where none was asked
public record DatasetFacts(Optional<Twin> twin, Optional<Replies> replies, Optional<Sources> sources) {

    /// Nothing is known.
    public static final DatasetFacts NONE = new DatasetFacts(Optional.empty(), Optional.empty());

    public DatasetFacts(Optional<Twin> twin, Optional<Replies> replies) {
        this(twin, replies, Optional.empty());
    }

    /// How an address answered that the dataset names as a source or as its identifier in another catalogue; empty where
    /// it was not asked.
    public Optional<LinkVerdict> answer(URI address) {
        return sources.flatMap(each -> Optional.ofNullable(each.verdicts().get(address)));
    }

    /// The most similar description of another dataset of the same agency.
    ///
    /// @param nearest    whose description it is; empty where no other one of the agency is so much like it that it counts
    /// @param similarity how similar the two are
    /// @param since      when the two became that alike
    public record Twin(Optional<DatasetId> nearest, Share similarity, Optional<Instant> since) {

        /// No other description of the agency is much like this one.
        public static final Twin NONE = new Twin(Optional.empty(), Share.NONE, Optional.empty());
    }

    /// Comments of the public and their answers.
    ///
    /// @param comments in the order in which they came
    public record Replies(List<Comment> comments) {

        public Replies {
            comments = List.copyOf(comments);
        }
    }

    /// What addresses answered that a dataset names.
    ///
    /// @param verdicts by address; those that were never asked are not in it
    public record Sources(SortedMap<URI, LinkVerdict> verdicts) {

        public Sources {
            verdicts = QualityJson.byText(verdicts);
        }
    }
}
