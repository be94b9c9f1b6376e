/// One final class per rule, and the list of them all. Start with [Rules].
///
/// Each rule's words (name, definition, advice, source) stand in `vocab/metrics.ttl` under the rule's metric.
@NullMarked
package tw.touchstone.quality.rules;

import org.jspecify.annotations.NullMarked;
