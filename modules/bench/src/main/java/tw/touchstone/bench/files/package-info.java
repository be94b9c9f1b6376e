/// What inspecting files costs, without a server. Start at [Inspecting].
@NullMarked
package tw.touchstone.bench.files;

import org.jspecify.annotations.NullMarked;
