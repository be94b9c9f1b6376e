/// What becomes of agencies: created, renamed, moved below another, merged. Start with [AgencyAdministration].
@NullMarked
package tw.touchstone.catalog.agencies;

import org.jspecify.annotations.NullMarked;
