/// The rows of kept files, whatever the file was: one Parquet for each table, made by a job after inspection, and
/// questions to them. Begin with [tw.touchstone.catalog.rows.Rows].
@org.jspecify.annotations.NullMarked
package tw.touchstone.catalog.rows;
