/// The application without Spring: one open home and what can be done with it. Start with [Catalog].
@NullMarked
package tw.touchstone.catalog;

import org.jspecify.annotations.NullMarked;
