package tw.touchstone.catalog.rows;

/// What has become of the rows of one table.
public sealed interface TableState {

    /// Counted from 1 through the whole file.
    int number();

    /// They can be asked for.
    record Ready(RowTable table) implements TableState {
        @Override
        public int number() {
            return table.number();
        }
    }

    /// There are none to ask for, and there will not be.
    record Refused(int number, String part, String name, RowRefusal reason) implements TableState {}
}
