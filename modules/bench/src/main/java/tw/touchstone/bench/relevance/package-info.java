/// How well searches are answered, measured against judgements made by reading. Start with [Relevance].
@NullMarked
package tw.touchstone.bench.relevance;

import org.jspecify.annotations.NullMarked;
