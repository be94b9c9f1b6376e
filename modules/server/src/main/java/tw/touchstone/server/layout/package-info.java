/// What all pages share: the frame around them, the reader's language, names of things. Start with [PageFrame].
@NullMarked
package tw.touchstone.server.layout;

import org.jspecify.annotations.NullMarked;
