/// Facts in, scorecard out: judges datasets under dated policies. Start with [Scorer].
///
/// Everything here is pure: no clock, no network, no files, no store. The same inputs give the same bytes.
@NullMarked
package tw.touchstone.quality;

import org.jspecify.annotations.NullMarked;
