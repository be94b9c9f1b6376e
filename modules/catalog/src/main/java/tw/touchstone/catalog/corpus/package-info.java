/// What datasets are to one another: twins among descriptions, and who names whom as a source. Start with [Corpus].
@NullMarked
package tw.touchstone.catalog.corpus;

import org.jspecify.annotations.NullMarked;
