package tw.touchstone.catalog.members;

import java.util.Set;

/// Whom a token acts for.
///
/// @param account as narrow as the token
public record TokenHolder(Account account, Set<Scope> scopes) {

    public TokenHolder {
        scopes = Set.copyOf(scopes);
    }
}
