/// A made-up catalogue of any size, for figures that anybody can repeat without the national export.
/// Start with [SyntheticExport].
@NullMarked
package tw.touchstone.bench.export;

import org.jspecify.annotations.NullMarked;
