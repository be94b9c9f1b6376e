package tw.touchstone.catalog.members;

/// What a role lets an account do, within the agencies the role is for.
public enum Permission {
    /// Registers, revises and withdraws datasets and uploads their files.
    EDIT,
    /// Invites people, gives them roles and takes roles away.
    ADMINISTER_ACCOUNTS,
    /// Creates, renames and merges agencies, reads the audit log, runs imports and maintenance.
    ADMINISTER_CATALOGUE
}
