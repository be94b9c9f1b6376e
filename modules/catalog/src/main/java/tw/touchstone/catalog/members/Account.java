package tw.touchstone.catalog.members;

import java.util.Optional;
import tw.touchstone.model.AgencyId;

/// Somebody who may sign in.
///
/// @param id                 never changes
/// @param name               what is typed to sign in; unique, case-sensitive
/// @param displayName        what others see
/// @param role               what the account may do
/// @param agency             the agency an editor acts for; empty for administrators
/// @param mustChangePassword whether the password was issued by somebody else and is good for one sign-in
public record Account(
        String id,
        String name,
        String displayName,
        Role role,
        Optional<AgencyId> agency,
        boolean mustChangePassword) {

    /// Whether this account may register or revise datasets of that agency.
    public boolean mayEdit(AgencyId publisher) {
        return role == Role.ADMINISTRATOR || agency.filter(publisher::equals).isPresent();
    }
}
