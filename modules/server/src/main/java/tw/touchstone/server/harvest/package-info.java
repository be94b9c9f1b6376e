/// The whole catalogue for those who keep a copy of it: DCAT page by page, and dumps. Start with [CatalogController].
@NullMarked
package tw.touchstone.server.harvest;

import org.jspecify.annotations.NullMarked;
