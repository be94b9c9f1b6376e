/// What counting costs a download, and how fast history is restated. Start with [Counting].
@NullMarked
package tw.touchstone.bench.counting;

import org.jspecify.annotations.NullMarked;
