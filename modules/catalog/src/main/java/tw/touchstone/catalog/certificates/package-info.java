/// Labels as signed documents that anyone can check without asking us, and the keys behind them. Start with
/// [Certificates].
@NullMarked
package tw.touchstone.catalog.certificates;

import org.jspecify.annotations.NullMarked;
