/// Where positions lie, whatever format they came from. Start at [Positions].
@NullMarked
package tw.touchstone.inspection.geo;

import org.jspecify.annotations.NullMarked;
