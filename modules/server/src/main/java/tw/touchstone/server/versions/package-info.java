/// What was declared of datasets at earlier times, and what became of it. Start with [VersionsController].
@NullMarked
package tw.touchstone.server.versions;

import org.jspecify.annotations.NullMarked;
