package tw.touchstone.catalog.members;

/// What a token lets a program do on behalf of its account; never more than the account itself may.
public enum Scope {
    /// Reads what only members see.
    READ,
    /// Registers, revises and withdraws datasets.
    REGISTER,
    /// Uploads files.
    UPLOAD,
    /// Administers accounts and tokens, runs imports and maintenance.
    ADMIN
}
