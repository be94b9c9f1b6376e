/// Which policies are in force, how a new one is tried on all datasets, and how it is adopted. Start with [Policies].
@NullMarked
package tw.touchstone.catalog.policies;

import org.jspecify.annotations.NullMarked;
