package tw.touchstone.catalog.rows;

import tw.touchstone.model.fact.ColumnType;

/// A column of a table of rows.
///
/// @param name as in the facts, but unlike every other of the table and never empty; two names differ in more than capitals
/// @param type of its values here
/// @param seen the type in the facts; where that is another one, the values stand as they are written
public record RowColumn(String name, RowType type, ColumnType seen) {}
