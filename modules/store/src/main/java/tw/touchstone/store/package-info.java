/// The published metadata as RDF: the one source of truth for everything public. Start with [CatalogStore].
@NullMarked
package tw.touchstone.store;

import org.jspecify.annotations.NullMarked;
