/// Work that outlives a request: queued in SQL, run by a few threads, tried again after a failure.
/// Start with [JobQueue], then [JobRunner].
@NullMarked
package tw.touchstone.catalog.jobs;

import org.jspecify.annotations.NullMarked;
