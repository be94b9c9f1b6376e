package tw.touchstone.vocabulary.profile;

import org.apache.jena.graph.Graph;

/// What came of reading RDF from a stranger.
public sealed interface ParseResult {

    /// The triples of the document; those of named graphs in it are not read.
    record Parsed(Graph graph) implements ParseResult {}

    /// The document was not taken.
    ///
    /// @param line    from 1; 0 where the syntax gives no place
    /// @param column  from 1; 0 where the syntax gives no place
    /// @param message why, in English
    record Refused(long line, long column, String message) implements ParseResult {}
}
