/// What datasets and their files were at earlier times. Start with [Versions].
@NullMarked
package tw.touchstone.catalog.versions;

import org.jspecify.annotations.NullMarked;
