/// From published metadata and stored facts to scorecards, and their history. Start with [Evaluations].
@NullMarked
package tw.touchstone.catalog.evaluating;

import org.jspecify.annotations.NullMarked;
