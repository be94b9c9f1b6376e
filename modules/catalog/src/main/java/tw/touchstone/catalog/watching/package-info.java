/// What owners are told of their datasets' awards without asking. Start with [FallNotices].
@NullMarked
package tw.touchstone.catalog.watching;

import org.jspecify.annotations.NullMarked;
