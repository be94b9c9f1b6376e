/// The command line: import, score, inspect and upkeep. Start with [Main].
@NullMarked
package tw.touchstone.cli;

import org.jspecify.annotations.NullMarked;
