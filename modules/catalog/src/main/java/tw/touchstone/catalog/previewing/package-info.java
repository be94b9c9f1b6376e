/// What a draft would be judged, before anybody publishes it. Start with [Previews].
@NullMarked
package tw.touchstone.catalog.previewing;

import org.jspecify.annotations.NullMarked;
