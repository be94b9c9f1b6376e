package tw.touchstone.server.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.audit.AuditLog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.HomeKey;
import tw.touchstone.catalog.members.SecondFactors;
import tw.touchstone.catalog.members.Throttle;

/// The second step of signing in. Between the two steps nobody is signed in: a signed ticket in the form says for a few
/// minutes that the password was right.
@Component
public class CodeSignIn {

    private static final Duration VALID = Duration.ofMinutes(5);
    private static final int FREE_TRIES = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Throttle throttle;
    private final AuditLog audit;
    private final HomeKey key;
    private final Clock clock;

    public CodeSignIn(Catalog catalog, Clock clock) {
        this.accounts = catalog.members().accounts();
        this.factors = catalog.members().secondFactors();
        this.throttle = catalog.members().throttle();
        this.audit = catalog.members().audit();
        this.key = catalog.members().homeKey();
        this.clock = clock;
    }

    /// What a try comes to.
    public sealed interface Attempt {
        record Accepted(Account account) implements Attempt {}

        record Refused() implements Attempt {}

        /// It was not looked at.
        record TooOften(Duration pause) implements Attempt {}

        /// The password has to be typed again.
        record TooLate() implements Attempt {}
    }

    /// Says that the password of this account was right just now.
    public String ticket(Account account) {
        var said = account.id() + "~" + clock.instant().plus(VALID).getEpochSecond();
        return said + "~" + key.sign(signed(said, account));
    }

    /// Judges a code.
    public Attempt attempt(String ticket, String code, String address) {
        var account = account(ticket);
        if (account.isEmpty()) {
            return new Attempt.TooLate();
        }
        var bucket = List.of(
                new Throttle.Bucket("code", account.get().id(), FREE_TRIES, LONGEST_PAUSE));
        var pause = throttle.attempt(bucket);
        if (pause.isPresent()) {
            return new Attempt.TooOften(pause.get());
        }
        var taken = factors.take(account.get(), code);
        if (taken == SecondFactors.Taken.REFUSED) {
            audit.record("", AuditAction.SIGN_IN_REFUSED, account.get().name(), "code", address);
            return new Attempt.Refused();
        }
        throttle.forget(bucket.getFirst());
        if (taken == SecondFactors.Taken.RECOVERY_CODE) {
            audit.record(account.get().name(), AuditAction.RECOVERY_CODE_USED, "", "", address);
        }
        return new Attempt.Accepted(account.get());
    }

    private Optional<Account> account(String ticket) {
        var parts = ticket.split("~", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        var said = parts[0] + "~" + parts[1];
        return accounts.byId(parts[0])
                .filter(account -> key.isSigned(signed(said, account), parts[2]))
                .filter(account -> account.state() == Account.State.ACTIVE && account.secondFactor())
                .filter(account -> clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1]))));
    }

    /// A password that has been changed meanwhile makes the ticket void.
    private String signed(String said, Account account) {
        return "password was right\n" + said + "\n" + accounts.passwordHash(account.name()).orElse("");
    }
}
