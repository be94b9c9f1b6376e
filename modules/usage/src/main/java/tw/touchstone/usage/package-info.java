/// Views and downloads, counted durably and by stated rules. Start with [Usage]; the rules are on [UsageEvent].
@NullMarked
package tw.touchstone.usage;

import org.jspecify.annotations.NullMarked;
