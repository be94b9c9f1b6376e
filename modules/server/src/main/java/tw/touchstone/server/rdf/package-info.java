/// Datasets in DCAT, by suffix and by content negotiation. Start with [DatasetRdfController].
@NullMarked
package tw.touchstone.server.rdf;

import org.jspecify.annotations.NullMarked;
