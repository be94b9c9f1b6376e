/// What a dataset held through time, and why it changed. Start with [HistoryController].
@NullMarked
package tw.touchstone.server.history;

import org.jspecify.annotations.NullMarked;
