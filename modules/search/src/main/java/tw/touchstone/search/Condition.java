package tw.touchstone.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import tw.touchstone.model.DatasetId;

/// What a dataset has to fulfil to be selected: filters joined by and, or and not, which a [SearchQuery] cannot say.
///
/// Values that no dataset has are fulfilled by none.
public sealed interface Condition {

    /// Fulfilled by every dataset.
    record Everything() implements Condition {}

    /// Each of these. Of none: everything.
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /// At least one of these. Of none: nothing.
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Condition condition) implements Condition {}

    /// Has one of these values of a facet.
    record Has(Facet facet, Set<String> values) implements Condition {
        public Has {
            values = Set.copyOf(values);
        }
    }

    /// Has any value of a facet.
    record HasSome(Facet facet) implements Condition {}

    /// Has one of these keywords, to the letter.
    record Keyword(Set<String> keywords) implements Condition {
        public Keyword {
            keywords = Set.copyOf(keywords);
        }
    }

    /// Has any keyword.
    record HasKeyword() implements Condition {}

    /// Is one of these.
    record Is(Set<DatasetId> datasets) implements Condition {
        public Is {
            datasets = Set.copyOf(datasets);
        }
    }

    /// Registered or revised last by a change of these numbers, both included.
    record Changed(long first, long last) implements Condition {}

    /// Registered between these times, both included.
    record Registered(Instant first, Instant last) implements Condition {}

    /// Has a title that holds what somebody types; of the last word the beginning suffices.
    record TitleHolds(String typed) implements Condition {}

    /// Is found by a text, exactly; the text is read as that of a [SearchQuery].
    record Says(String text) implements Condition {}
}
