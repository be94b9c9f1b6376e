/// The rows of kept files and the profiles of their columns, for programs. Begin with
/// [tw.touchstone.server.rows.RowsController].
@org.jspecify.annotations.NullMarked
package tw.touchstone.server.rows;
