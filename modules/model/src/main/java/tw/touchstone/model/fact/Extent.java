package tw.touchstone.model.fact;

/// How much of the bytes was read for the content facts. Caps are counted in bytes or rows, never in seconds.
public sealed interface Extent {

    /// All of it.
    record Whole() implements Extent {}

    /// Reading stopped at a cap.
    ///
    /// @param cap  the cap's name, for example `rows`
    /// @param read how much had been read, in the cap's unit
    record Partial(String cap, long read) implements Extent {}
}
