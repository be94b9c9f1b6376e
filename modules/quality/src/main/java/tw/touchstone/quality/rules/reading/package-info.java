/// What rules of several families read from facts, and how they word what they found. Start with [FieldNames].
@NullMarked
package tw.touchstone.quality.rules.reading;

import org.jspecify.annotations.NullMarked;
