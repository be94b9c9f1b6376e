/// The inner loops of the catalogue under JMH, each without server, network or other loops beside it.
/// Start with [Described], on which most of them run.
@NullMarked
package tw.touchstone.bench.loop;

import org.jspecify.annotations.NullMarked;
