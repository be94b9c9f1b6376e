/// How datasets come into the catalogue, change and leave it. Start with [Publishing].
@NullMarked
package tw.touchstone.catalog.publishing;

import org.jspecify.annotations.NullMarked;
