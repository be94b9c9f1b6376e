package tw.touchstone.inspection.table;

/// Takes the rows of a file while it is inspected: exactly those that its facts count, in the same order of tables.
///
/// Sums, titles, notes, blank rows and the header repeated do not come here, since they are no rows in the facts either.
/// Sums that turn out to be rows come when that is known, so they may come behind rows that stand below them. For one
/// thread. It must not throw: readers take exceptions for broken files.
public interface RowSink {

    /// For who wants the facts alone.
    RowSink NONE = new RowSink() {
        @Override
        public boolean isWanting() {
            return false;
        }

        @Override
        public void table() {}

        @Override
        public void row(Row row) {}
    };

    /// Whether anybody takes the rows; where nobody does, some need not be put together.
    default boolean isWanting() {
        return true;
    }

    /// Begins the next table of the file, or the records of a tree. What is found broken later has no tables in the facts,
    /// although they began here.
    void table();

    /// Takes a row of the table that was begun last; the cells of a record are its fields in the order of the facts.
    ///
    /// @param row filled again for the next one, so it must not be kept
    void row(Row row);

    /// Begins a file in the archive that is read: what comes is of it, until [#leave()].
    default void enter() {}

    /// Ends a file in an archive.
    default void leave() {}
}
