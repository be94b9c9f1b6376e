/// The workspace of an agency: registering, revising and withdrawing datasets. Start with [RegistrationController].
@NullMarked
package tw.touchstone.server.registration;

import org.jspecify.annotations.NullMarked;
