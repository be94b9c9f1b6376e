/// What was measured, as a table, beside what is asked for and what machine it was. Start with [Table].
@NullMarked
package tw.touchstone.bench.report;

import org.jspecify.annotations.NullMarked;
