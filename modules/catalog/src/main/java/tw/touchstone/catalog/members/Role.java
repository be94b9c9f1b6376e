package tw.touchstone.catalog.members;

/// What an account may do.
public enum Role {
    /// Registers and revises the datasets of one agency.
    EDITOR,
    /// Does everything, for every agency.
    ADMINISTRATOR
}
