/// RDF in its text syntaxes and XML: statements counted, errors placed. Start at [RdfReader].
@NullMarked
package tw.touchstone.inspection.rdf;

import org.jspecify.annotations.NullMarked;
