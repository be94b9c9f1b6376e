/// What is measured from outside, one class for each part of a run. Start with [Bench].
@NullMarked
package tw.touchstone.bench.scenario;

import org.jspecify.annotations.NullMarked;
