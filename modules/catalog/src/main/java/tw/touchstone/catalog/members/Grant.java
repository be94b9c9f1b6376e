package tw.touchstone.catalog.members;

import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.AgencyId;

/// A role as one account holds it.
///
/// @param agency for which; empty for the whole catalogue
/// @param reach  that agency and all below it as they stood when the account was read; empty for the whole catalogue
public record Grant(Role role, Optional<AgencyId> agency, Set<AgencyId> reach) {

    public Grant {
        reach = Set.copyOf(reach);
        if (role.isOfAgency() != agency.isPresent()) {
            throw new IllegalArgumentException(role + (role.isOfAgency() ? " is held for an agency" : " is held for all"));
        }
    }

    /// A role for the whole catalogue.
    public static Grant everywhere(Role role) {
        return new Grant(role, Optional.empty(), Set.of());
    }

    /// A role for one agency that has none below it.
    public static Grant of(Role role, AgencyId agency) {
        return new Grant(role, Optional.of(agency), Set.of(agency));
    }

    boolean allows(Permission permission) {
        return role.permissions().contains(permission);
    }

    boolean covers(AgencyId wanted) {
        return agency.isEmpty() || reach.contains(wanted);
    }
}
