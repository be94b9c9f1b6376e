package tw.touchstone.bench.relevance;

import java.util.List;

/// Whatever answers searches over one catalogue: the product in this process, or a server.
@FunctionalInterface
public interface Engine {

    /// How many hits of an answer are looked at where all of them count.
    int MOST = 1_000;

    /// The answer to what somebody typed.
    ///
    /// @param most how many hits are wanted, 1 to [#MOST]
    Answer search(String text, int most);

    /// What came back.
    ///
    /// @param ids   of the datasets, best first, at most as many as were wanted
    /// @param exact whether they are said to match; otherwise nothing does, and these are only the nearest
    record Answer(List<String> ids, boolean exact) {
        public Answer {
            ids = List.copyOf(ids);
        }
    }
}
