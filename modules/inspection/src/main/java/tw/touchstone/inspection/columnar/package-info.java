/// Tables stored by column. Start at [ParquetReader].
@NullMarked
package tw.touchstone.inspection.columnar;

import org.jspecify.annotations.NullMarked;
