/// What each policy measures, asks for and weighs, as pages and as the files themselves. Start with
/// [PoliciesController].
@NullMarked
package tw.touchstone.server.policies;

import org.jspecify.annotations.NullMarked;
