/// Our own JSON form of a dataset, read strictly and written so that it reads back the same. Start with [DatasetJson].
@NullMarked
package tw.touchstone.exchange.json;

import org.jspecify.annotations.NullMarked;
