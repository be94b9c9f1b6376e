package tw.touchstone.server.signin;

import java.util.Optional;
import org.springframework.security.authorization.AuthorizationResult;
import tw.touchstone.model.AgencyId;

/// Whether a request may go on, and why not.
///
/// @param reason for programs, in one sentence
/// @param agency whose datasets the account may not touch, where that is why
record Verdict(boolean isGranted, String reason, Optional<AgencyId> agency) implements AuthorizationResult {

    static final Verdict GRANTED = new Verdict(true, "", Optional.empty());

    /// The password was issued by somebody else and has to be changed before anything else.
    static final Verdict ISSUED_PASSWORD = new Verdict(
            false, "choose a password of your own first, at /account/password", Optional.empty());

    /// A password alone would go around the second factor.
    static final Verdict NEEDS_TOKEN = new Verdict(
            false,
            "this account has a second factor: use a token, which you issue at /account/tokens, and not the password",
            Optional.empty());

    static Verdict refused(String reason) {
        return new Verdict(false, reason, Optional.empty());
    }

    static Verdict ofAgency(AgencyId agency) {
        return new Verdict(false, "this account may not act for the agency " + agency, Optional.of(agency));
    }
}
