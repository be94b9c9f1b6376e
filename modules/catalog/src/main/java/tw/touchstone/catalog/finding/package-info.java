/// Keeps the search index in step with what is published. Start with [IndexStep].
@NullMarked
package tw.touchstone.catalog.finding;

import org.jspecify.annotations.NullMarked;
