/// What the catalogue has and had, in one order that stays while others walk through it. Start with [Listing].
@NullMarked
package tw.touchstone.catalog.listing;

import org.jspecify.annotations.NullMarked;
