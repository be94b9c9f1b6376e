/// What was seen, without opinion: facts about bytes ([ByteFacts]) and dated observations of links ([LinkProbe]).
///
/// Byte facts are a pure function of the bytes and the inspector's version: they hold no time, no name and no path.
@NullMarked
package tw.touchstone.model.fact;

import org.jspecify.annotations.NullMarked;
