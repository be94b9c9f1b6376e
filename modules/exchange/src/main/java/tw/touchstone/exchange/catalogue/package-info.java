/// Other portals' catalogue exports (CSV, JSON, XML) read as drafts of our datasets. Start with [CatalogueFile].
///
/// Reading streams and never fails halfway without saying where: every row of the file comes back as exactly one
/// [CatalogueItem], and [ImportTally] adds them up to an [ImportReport] whose numbers agree.
@NullMarked
package tw.touchstone.exchange.catalogue;

import org.jspecify.annotations.NullMarked;
