/// The catalogue's own REST interface under `/api/v1`: search, register, revise, withdraw, upload, scorecards, changes.
/// Start with [RegistrationController].
@NullMarked
package tw.touchstone.server.api;

import org.jspecify.annotations.NullMarked;
