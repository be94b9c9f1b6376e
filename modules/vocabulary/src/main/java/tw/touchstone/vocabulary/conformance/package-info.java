/// Checks the RDF of a dataset against the application profile of `vocab/shapes.ttl`. Start with [Conformance].
@NullMarked
package tw.touchstone.vocabulary.conformance;

import org.jspecify.annotations.NullMarked;
