/// SPARQL queries of strangers, within limits. Start with [Queries].
@NullMarked
package tw.touchstone.catalog.querying;

import org.jspecify.annotations.NullMarked;
