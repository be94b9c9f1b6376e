/// The five stars of open data, one final class per star. Start with [StarRules].
@NullMarked
package tw.touchstone.quality.rules.star;

import org.jspecify.annotations.NullMarked;
