/// The web face of the catalogue, and the only module that knows Spring. Start with [Touchstone].
@NullMarked
package tw.touchstone.server;

import org.jspecify.annotations.NullMarked;
