/// Mends what a machine can mend in published datasets: proposed from stored facts, shown before it is done, undone again.
/// Start with [Mending], then [Fix].
@NullMarked
package tw.touchstone.catalog.mending;

import org.jspecify.annotations.NullMarked;
