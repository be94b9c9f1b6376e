/// What is inside archives, under caps. Start at [ZipReader]; [UnpackBudget] says what unpacking may cost.
@NullMarked
package tw.touchstone.inspection.container;

import org.jspecify.annotations.NullMarked;
