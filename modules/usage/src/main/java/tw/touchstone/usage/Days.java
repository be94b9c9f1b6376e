package tw.touchstone.usage;

/// Counts by day, whatever they are counts of.
interface Days {

    /// Receives the days in order; the array is used again for the next day.
    interface Visitor {
        void day(int epochDay, int[] counts);
    }

    void forEachDay(Visitor visitor);

    /// Whether it is known that nothing is counted on this day or after it.
    default boolean endsBefore(int epochDay) {
        return false;
    }
}
