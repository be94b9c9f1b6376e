/// Why a dataset holds an award, as it was told at any time: the tree of a scorecard, and which one a request means.
/// Start with [WantedScorecards].
@NullMarked
package tw.touchstone.server.scorecard;

import org.jspecify.annotations.NullMarked;
