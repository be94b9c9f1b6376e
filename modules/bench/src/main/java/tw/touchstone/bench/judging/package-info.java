/// How long judging a whole catalogue takes, and how much room its scorecards do. Start with [Judging].
@NullMarked
package tw.touchstone.bench.judging;

import org.jspecify.annotations.NullMarked;
