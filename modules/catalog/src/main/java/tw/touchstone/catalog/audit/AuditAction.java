package tw.touchstone.catalog.audit;

import java.util.Locale;

/// What can stand in the audit log.
public enum AuditAction {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    SESSION_ENDED,
    PASSWORD_CHANGED,
    PASSWORD_ISSUED,
    LINK_ISSUED,
    SECOND_FACTOR_SET,
    SECOND_FACTOR_REMOVED,
    RECOVERY_CODE_USED,
    ACCOUNT_CREATED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    ROLE_GIVEN,
    ROLE_TAKEN,
    TOKEN_ISSUED,
    TOKEN_REVOKED,
    REGISTERED,
    REVISED,
    WITHDRAWN,
    UPLOADED,
    FIX_APPLIED,
    FIX_UNDONE,
    AGENCY_CREATED,
    AGENCY_RENAMED,
    AGENCY_MOVED,
    AGENCY_MERGED,
    IMPORT_REQUESTED,
    IMPORT_CANCELLED;

    /// The action as it is stored and exported, for example `role-given`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
