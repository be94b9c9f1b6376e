package tw.touchstone.catalog.members;

import java.util.Set;

/// What somebody is in the catalogue, for an agency with all those below it or for the whole catalogue.
public enum Role {
    /// Registers and revises the datasets of an agency.
    EDITOR,
    /// As an editor; where an agency wants a second person, the one who lets a dataset out.
    PUBLISHER,
    /// As a publisher, and decides who else acts for the agency.
    AGENCY_ADMIN,
    /// Reads, for the ministry, what is not public.
    REVIEWER,
    /// Does everything, for every agency.
    ADMINISTRATOR;

    /// Whether the role is held for an agency, and not for the whole catalogue.
    public boolean isOfAgency() {
        return switch (this) {
            case EDITOR, PUBLISHER, AGENCY_ADMIN -> true;
            case REVIEWER, ADMINISTRATOR -> false;
        };
    }

    public Set<Permission> permissions() {
        return switch (this) {
            case EDITOR, PUBLISHER -> Set.of(Permission.EDIT);
            case AGENCY_ADMIN -> Set.of(Permission.EDIT, Permission.ADMINISTER_ACCOUNTS);
            case REVIEWER -> Set.of();
            case ADMINISTRATOR -> Set.of(Permission.values());
        };
    }
}
