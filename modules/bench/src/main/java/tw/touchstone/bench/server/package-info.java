/// The server under measurement: a process of its own, started as the launcher starts it and asked over HTTP.
/// Start with [RunningServer].
@NullMarked
package tw.touchstone.bench.server;

import org.jspecify.annotations.NullMarked;
