/// What follows the change log: each follower knows the number it stands at and catches up at start.
/// Start with [ChangeFollower].
@NullMarked
package tw.touchstone.catalog.following;

import org.jspecify.annotations.NullMarked;
