/// The pages on which people see what a machine can mend, have it done and undo it. Start with [FixesController].
@NullMarked
package tw.touchstone.server.fixes;

import org.jspecify.annotations.NullMarked;
