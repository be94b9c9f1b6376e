/// What-if and fixes, over HTTP and through everything that publishes and judges. Start with [FixesIT].
@NullMarked
package tw.touchstone.server.fixes;

import org.jspecify.annotations.NullMarked;
