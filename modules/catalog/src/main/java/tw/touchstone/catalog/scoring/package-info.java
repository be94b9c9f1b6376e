/// Inspects and scores files on this machine, without a home and without the network. Start with [LocalScoring].
@NullMarked
package tw.touchstone.catalog.scoring;

import org.jspecify.annotations.NullMarked;
