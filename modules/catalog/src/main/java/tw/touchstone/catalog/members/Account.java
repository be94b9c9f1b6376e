package tw.touchstone.catalog.members;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.AgencyId;

/// Somebody who may sign in.
///
/// @param id                 never changes
/// @param name               what is typed to sign in; unique, case-sensitive
/// @param displayName        what others see
/// @param email              where messages go
/// @param grants             the roles, as they stood when the account was read
/// @param state              whether it may sign in at all
/// @param mustChangePassword whether the password was issued by somebody else and is good for one sign-in
/// @param secondFactor       whether a code is asked for beside the password
public record Account(
        String id,
        String name,
        String displayName,
        Optional<String> email,
        List<Grant> grants,
        State state,
        boolean mustChangePassword,
        boolean secondFactor) {

    /// Whether an account may sign in.
    public enum State {
        /// Nobody has followed the invitation yet.
        INVITED,
        ACTIVE,
        /// Kept, so that what it did can be told, and shut.
        DISABLED
    }

    public Account {
        grants = List.copyOf(grants);
    }

    /// Somebody of the catalogue itself, for example its operator, who has no row among the accounts.
    public static Account ofTheHouse(String name, String displayName, Grant grant) {
        return new Account(
                name, name, displayName, Optional.empty(), List.of(grant), State.ACTIVE, false, false);
    }

    /// Whether the account may do this for at least one agency.
    public boolean may(Permission permission) {
        return grants.stream().anyMatch(grant -> grant.allows(permission));
    }

    /// Whether the account may do this for that agency.
    public boolean may(Permission permission, AgencyId agency) {
        return grants.stream().anyMatch(grant -> grant.allows(permission) && grant.covers(agency));
    }

    /// Whether the account may do this for every agency, those to come included.
    public boolean mayEverywhere(Permission permission) {
        return grants.stream()
                .anyMatch(grant -> grant.allows(permission) && grant.agency().isEmpty());
    }

    /// Whether this account may register or revise datasets of that agency.
    public boolean mayEdit(AgencyId publisher) {
        return may(Permission.EDIT, publisher);
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /// The agencies for which the account may do this; without meaning where it may do so everywhere.
    public Set<AgencyId> agencies(Permission permission) {
        var agencies = new HashSet<AgencyId>();
        grants.stream().filter(grant -> grant.allows(permission)).forEach(grant -> agencies.addAll(grant.reach()));
        return agencies;
    }

    /// The agency somebody acts for where nothing else is said: that of the first role that is for one.
    public Optional<AgencyId> agency() {
        return grants.stream().flatMap(grant -> grant.agency().stream()).findFirst();
    }

    /// Whether this account may change what that one is allowed to do: all its roles have to lie within reach, so that
    /// nobody takes over an account that may do more than they themselves.
    public boolean mayAdminister(Account other) {
        return mayEverywhere(Permission.ADMINISTER_ACCOUNTS)
                || (!other.grants.isEmpty() && other.grants.stream().allMatch(this::mayGrant));
    }

    /// Whether this account may give that role to somebody, or take it away.
    public boolean mayGrant(Grant grant) {
        return grant.agency()
                .map(agency -> may(Permission.ADMINISTER_ACCOUNTS, agency))
                .orElseGet(() -> mayEverywhere(Permission.ADMINISTER_ACCOUNTS));
    }

    /// The same account, able to act for these agencies only.
    Account within(AgencyId agency, Set<AgencyId> reach) {
        var narrowed = grants.stream()
                .filter(grant -> grant.role().permissions().contains(Permission.EDIT))
                .flatMap(grant -> narrowed(grant, agency, reach).stream())
                .toList();
        return new Account(id, name, displayName, email, narrowed, state, mustChangePassword, secondFactor);
    }

    private static Optional<Grant> narrowed(Grant grant, AgencyId agency, Set<AgencyId> reach) {
        var common = new HashSet<>(reach);
        if (grant.agency().isPresent()) {
            common.retainAll(grant.reach());
        }
        return common.isEmpty()
                ? Optional.empty()
                : Optional.of(new Grant(
                        grant.role().isOfAgency() ? grant.role() : Role.PUBLISHER, Optional.of(agency), common));
    }
}
