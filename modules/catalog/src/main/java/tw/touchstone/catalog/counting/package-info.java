/// What counting needs to know of the catalogue: where a dataset belongs ([GroupKeeper]), and which datasets it was that
/// another system counted ([CarryingOver]).
@NullMarked
package tw.touchstone.catalog.counting;

import org.jspecify.annotations.NullMarked;
