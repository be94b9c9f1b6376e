package tw.touchstone.server.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.HomeKey;

/// Basic authentication of programs. (RFC 7617)
///
/// Hashing a password is slow on purpose and a program sends it with every request: one that was right is remembered for
/// a minute, by a signature of it together with the stored hash, so that a changed password is forgotten at once.
@Component
class PasswordAuthentication implements AuthenticationProvider {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final PasswordSignIn passwords;
    private final Accounts accounts;
    private final HomeKey key;
    private final Cache<String, Boolean> right =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    PasswordAuthentication(Catalog catalog, PasswordSignIn passwords) {
        this.passwords = passwords;
        this.accounts = catalog.members().accounts();
        this.key = catalog.members().homeKey();
    }

    /// Nobody looks at a further try for a while.
    static final class TriedTooOften extends AuthenticationException {
        private final Duration pause;

        TriedTooOften(Duration pause) {
            super("too many tries");
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }

    @Override
    public Authentication authenticate(Authentication sent) {
        var name = sent.getName();
        var password = String.valueOf(sent.getCredentials());
        var hash = accounts.passwordHash(name).orElse("");
        var known = key.sign(name.length() + ":" + name + hash + password);
        var account = accounts.byName(name).filter(each -> each.state() == Account.State.ACTIVE);
        if (right.getIfPresent(known) != null && account.isPresent()) {
            return new SignedIn(account.get(), new SignedIn.Means.Password());
        }
        var address = sent.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return switch (passwords.attempt(name, password, address)) {
            case PasswordSignIn.Attempt.Accepted accepted -> {
                right.put(known, true);
                yield new SignedIn(accepted.account(), new SignedIn.Means.Password());
            }
            case PasswordSignIn.Attempt.Refused refused -> throw new BadCredentialsException("wrong name or password");
            case PasswordSignIn.Attempt.TooOften often -> throw new TriedTooOften(often.pause());
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
