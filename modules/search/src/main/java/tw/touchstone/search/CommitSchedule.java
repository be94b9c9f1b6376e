package tw.touchstone.search;

import java.time.Duration;

/// When applied changes are written to disk: this long after the first of them, or as soon as there are so many.
record CommitSchedule(Duration after, long changes) {

    static final CommitSchedule DEFAULT = new CommitSchedule(Duration.ofSeconds(10), 20_000);
}
