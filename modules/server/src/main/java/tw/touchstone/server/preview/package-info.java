/// What a dataset would hold, told side by side with what it holds. Start with [AwardViews].
@NullMarked
package tw.touchstone.server.preview;

import org.jspecify.annotations.NullMarked;
