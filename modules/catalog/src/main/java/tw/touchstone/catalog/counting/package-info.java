/// What counting needs to know of the catalogue: where a dataset belongs. Start with [GroupKeeper].
@NullMarked
package tw.touchstone.catalog.counting;

import org.jspecify.annotations.NullMarked;
