package tw.touchstone.catalog.mending;

import java.util.Optional;

/// A line of a text before and after.
///
/// @param line   of the text before, counted from 1
/// @param before cut after [LineChanges#SHOWN] characters
/// @param after  empty where the line goes
public record LineChange(long line, String before, Optional<String> after) {}
