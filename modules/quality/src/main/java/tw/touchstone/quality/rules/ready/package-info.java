/// How ready data is for machine learning: the indicators AIR-01 to AIR-39 of our own proposal, one class each. Start with
/// [ReadyRules].
@NullMarked
package tw.touchstone.quality.rules.ready;

import org.jspecify.annotations.NullMarked;
