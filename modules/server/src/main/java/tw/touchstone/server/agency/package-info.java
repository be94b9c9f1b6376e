/// The pages of the agencies. Start with [AgencyController].
@NullMarked
package tw.touchstone.server.agency;

import org.jspecify.annotations.NullMarked;
