/// The pages that say how data is tested. Start with [RulesController].
@NullMarked
package tw.touchstone.server.rules;

import org.jspecify.annotations.NullMarked;
