package tw.touchstone.server.signin;

import java.util.Optional;
import tw.touchstone.catalog.members.Permission;
import tw.touchstone.catalog.members.Scope;

/// What a route asks of whoever asks for it.
public sealed interface Access {

    /// Nothing.
    record Anyone() implements Access {}

    /// An account of any kind.
    ///
    /// @param withIssuedPassword open also to somebody who has yet to choose a password of their own
    record Member(boolean withIssuedPassword) implements Access {}

    /// An account that may do this for at least one agency; for which is up to the route.
    ///
    /// @param scope what a token has to have; empty where tokens are not taken
    record Holder(Permission permission, Optional<Scope> scope) implements Access {}

    /// An account that may do this for the agency of the dataset which the path names in `{id}`.
    ///
    /// @param scope as in [Holder]
    record OwnerOf(Permission permission, Optional<Scope> scope) implements Access {}

    static Access anyone() {
        return new Anyone();
    }

    static Access member() {
        return new Member(false);
    }

    static Access memberWithIssuedPassword() {
        return new Member(true);
    }

    static Access holder(Permission permission) {
        return new Holder(permission, Optional.empty());
    }

    static Access holder(Permission permission, Scope scope) {
        return new Holder(permission, Optional.of(scope));
    }

    static Access owner(Permission permission) {
        return new OwnerOf(permission, Optional.empty());
    }

    static Access owner(Permission permission, Scope scope) {
        return new OwnerOf(permission, Optional.of(scope));
    }
}
