/// Measures the catalogue from outside and in its inner loops; no test, no figure is asserted. Start with [Main].
@NullMarked
package tw.touchstone.bench;

import org.jspecify.annotations.NullMarked;
