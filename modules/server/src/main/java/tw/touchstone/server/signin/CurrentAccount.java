package tw.touchstone.server.signin;

import java.security.Principal;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Grant;
import tw.touchstone.catalog.members.Role;

/// Who a request acts for.
@Component
public class CurrentAccount {

    /// The operator at the machine itself, who needs no account.
    static final Account OPERATOR =
            Account.ofTheHouse("operator", "Operator", Grant.everywhere(Role.ADMINISTRATOR));

    /// The account of a signed-in request, as narrow as its token; only called where the rules demand one.
    ///
    /// @throws IllegalStateException if the request is not signed in
    public Account of(Principal principal) {
        return signedIn(principal).account();
    }

    /// The account together with what it is signed in by.
    ///
    /// @throws IllegalStateException if the request is not signed in
    public SignedIn signedIn(Principal principal) {
        if (principal instanceof SignedIn signedIn) {
            return signedIn;
        }
        throw new IllegalStateException("this address is open to whoever is not signed in");
    }
}
