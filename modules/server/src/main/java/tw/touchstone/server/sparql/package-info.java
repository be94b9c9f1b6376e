/// The SPARQL 1.1 protocol, to read only, and its page. Start with [SparqlController].
@NullMarked
package tw.touchstone.server.sparql;

import org.jspecify.annotations.NullMarked;
