/// What is inside archives, under caps. Start at [ZipReader].
@NullMarked
package tw.touchstone.inspection.container;

import org.jspecify.annotations.NullMarked;
