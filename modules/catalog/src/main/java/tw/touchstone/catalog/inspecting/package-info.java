/// Gathers facts: about the bytes that are kept here, and about links elsewhere. Start with [Inspections].
@NullMarked
package tw.touchstone.catalog.inspecting;

import org.jspecify.annotations.NullMarked;
