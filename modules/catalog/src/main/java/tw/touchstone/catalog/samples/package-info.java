/// The sample datasets that an empty catalogue begins with. Start with [Samples].
@NullMarked
package tw.touchstone.catalog.samples;

import org.jspecify.annotations.NullMarked;
