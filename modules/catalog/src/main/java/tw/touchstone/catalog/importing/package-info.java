/// Whole catalogues of other portals into this one. Start with [CatalogueImport]; what makes
/// jobs of imports is [ImportJobs].
@NullMarked
package tw.touchstone.catalog.importing;

import org.jspecify.annotations.NullMarked;
