package tw.touchstone.server.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Scope;
import tw.touchstone.catalog.members.Session;

/// Who a request acts for, and by what. The account is read anew for each request, so that a role that was taken away or
/// an account that was shut counts at once.
public final class SignedIn extends AbstractAuthenticationToken {

    /// By what a request is signed in.
    public sealed interface Means {
        /// A browser with its cookie.
        record Browser(Session session) implements Means {}

        /// A program with a token.
        record Token(Set<Scope> scopes) implements Means {}

        /// A program with name and password.
        record Password() implements Means {}

        /// A command of the operator on the machine itself.
        record Operator() implements Means {}
    }

    private final transient Account account;
    private final transient Means means;

    SignedIn(Account account, Means means) {
        super(List.of());
        this.account = account;
        this.means = means;
        setAuthenticated(true);
    }

    public Account account() {
        return account;
    }

    Means means() {
        return means;
    }

    /// The browser's session; empty for programs.
    public Optional<Session> session() {
        return means instanceof Means.Browser(Session session) ? Optional.of(session) : Optional.empty();
    }

    @Override
    public String getName() {
        return account.name();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return account.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && account.equals(that.account) && means.equals(that.means);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
