/// Scorecards of the past: replayed from what they were computed from, and compared to say why an award changed.
/// Start with [QualityHistory].
@NullMarked
package tw.touchstone.catalog.history;

import org.jspecify.annotations.NullMarked;
