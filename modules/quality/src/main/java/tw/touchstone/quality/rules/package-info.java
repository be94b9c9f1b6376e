/// The list of all rules; one package for each family of metrics. Start with [Rules].
///
/// Each rule's words (name, definition, advice, source) stand in `vocab/metrics.ttl` under the rule's metric.
@NullMarked
package tw.touchstone.quality.rules;

import org.jspecify.annotations.NullMarked;
