/// Whole catalogues of other portals into this one. Start with [CatalogueImport].
@NullMarked
package tw.touchstone.catalog.importing;

import org.jspecify.annotations.NullMarked;
