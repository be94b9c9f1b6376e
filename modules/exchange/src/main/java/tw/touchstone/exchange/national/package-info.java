/// Single datasets in the words of the national portal's programming interface. Start with [NationalRecord].
@NullMarked
package tw.touchstone.exchange.national;

import org.jspecify.annotations.NullMarked;
