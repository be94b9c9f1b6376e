package tw.touchstone.server.signin;

import java.security.Principal;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.Role;

/// Who a request acts for.
@Component
public class CurrentAccount {

    /// The operator at the machine itself, who needs no account.
    static final Account OPERATOR =
            new Account("operator", "operator", "Operator", Role.ADMINISTRATOR, Optional.empty(), false);

    private final Accounts accounts;

    public CurrentAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    /// The account of a signed-in request; only called where the rules demand one.
    ///
    /// @throws IllegalStateException if the account has been deleted meanwhile
    public Account of(Principal principal) {
        return principal.getName().equals(OPERATOR.name())
                ? OPERATOR
                : accounts.byName(principal.getName())
                        .orElseThrow(() -> new IllegalStateException("the account is no longer there"));
    }
}
