package tw.touchstone.catalog.members;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.AgencyId;

/// A token as its owner sees it in the list; its secret is not known any more.
///
/// @param agency   the only agency, with those below it, that it acts for; empty for all its account acts for
/// @param lastUsed to the hour
/// @param ended    when it was revoked
public record ApiToken(
        String id,
        String title,
        Set<Scope> scopes,
        Optional<AgencyId> agency,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsed,
        Optional<Instant> ended) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }
}
