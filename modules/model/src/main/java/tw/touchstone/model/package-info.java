/// The nouns of the catalogue: datasets, their distributions, agencies and identifiers. Start with [Dataset].
///
/// Plain values on the JDK alone; how they are written in RDF, JSON or SQL is decided elsewhere.
@NullMarked
package tw.touchstone.model;

import org.jspecify.annotations.NullMarked;
