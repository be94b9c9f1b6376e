/// Tables in text: dialect, header, rows, columns. Start at [TableReader].
@NullMarked
package tw.touchstone.inspection.table;

import org.jspecify.annotations.NullMarked;
