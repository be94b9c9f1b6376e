/// Content-addressed files: downloaded bytes, facts and scorecards, each named by its digest. Start with [Archive].
@NullMarked
package tw.touchstone.archive;

import org.jspecify.annotations.NullMarked;
