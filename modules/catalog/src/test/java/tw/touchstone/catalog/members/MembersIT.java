package tw.touchstone.catalog.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogTests;
import tw.touchstone.catalog.SettableClock;
import tw.touchstone.model.AgencyId;

/// Accounts, tokens, sessions, second factors and throttling on a real database.
class MembersIT {

    private static final AgencyId MOI = new AgencyId("moi");
    private static final AgencyId NPA = new AgencyId("npa");
    private static final AgencyId MODA = new AgencyId("moda");

    @TempDir
    private Path home;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-25T01:00:00Z"));
    private Catalog catalog;

    @BeforeEach
    void open() {
        catalog = CatalogTests.open(home, clock);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void aRoleForAnAgencyIsOneForAllBelowIt() {
        var account = account("chief", Role.AGENCY_ADMIN, MOI);

        assertThat(account.may(Permission.EDIT, MOI)).isTrue();
        assertThat(account.may(Permission.EDIT, NPA)).as("the police stand below the ministry").isTrue();
        assertThat(account.may(Permission.EDIT, MODA)).isFalse();
        assertThat(account.mayEverywhere(Permission.EDIT)).isFalse();
        assertThat(account("officer", Role.EDITOR, NPA).may(Permission.EDIT, MOI)).isFalse();
    }

    @Test
    void nobodyAdministersWhoMayDoMoreThanThey() {
        var chief = account("chief", Role.AGENCY_ADMIN, MOI);
        var both = account("both", Role.EDITOR, NPA);
        assertThat(chief.mayAdminister(both)).isTrue();

        catalog.members().accounts().give(both, catalog.members().accounts().grant(Role.EDITOR, Optional.of(MODA)));
        assertThat(chief.mayAdminister(reread(both))).as("they act for an agency elsewhere too").isFalse();
        assertThat(chief.mayGrant(Grant.everywhere(Role.ADMINISTRATOR))).isFalse();
        assertThat(chief.mayGrant(Grant.of(Role.EDITOR, MODA))).isFalse();
        assertThat(chief.mayGrant(Grant.of(Role.PUBLISHER, NPA))).isTrue();
    }

    @Test
    void aTokenIsAsNarrowAsItWasIssuedAndNoWiderThanItsAccount() {
        var account = account("chief", Role.AGENCY_ADMIN, MOI);
        var narrow = catalog.members().tokens()
                .issue(account, "police only", EnumSet.of(Scope.UPLOAD), Optional.of(NPA), Duration.ofDays(1));

        var holder = catalog.members().tokens().holder(narrow.secret()).orElseThrow();
        assertThat(holder.scopes()).isEqualTo(Set.of(Scope.UPLOAD));
        assertThat(holder.account().agencies(Permission.EDIT)).isEqualTo(Set.of(NPA));
        assertThat(holder.account().may(Permission.ADMINISTER_ACCOUNTS, NPA)).as("its roles stay, for that agency only").isTrue();

        catalog.members().accounts().take(account, catalog.members().accounts().grant(Role.AGENCY_ADMIN, Optional.of(MOI)));
        assertThat(catalog.members().tokens().holder(narrow.secret()).orElseThrow().account().grants())
                .as("what the account lost the token lost")
                .isEmpty();
    }

    @Test
    void aTokenEndsByItsDateByRevocationAndWithItsAccount() {
        var account = account("editor", Role.EDITOR, MODA);
        var token = catalog.members().tokens().issue(account, "a day", Duration.ofDays(1)).secret();
        clock.pass(Duration.ofDays(1).minusSeconds(1));
        assertThat(catalog.members().tokens().holder(token)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(catalog.members().tokens().holder(token)).isEmpty();

        var revoked = catalog.members().tokens().issue(account, "revoked", Duration.ofDays(1));
        assertThat(catalog.members().tokens().revoke(account("stranger", Role.EDITOR, MOI), revoked.id())).isFalse();
        assertThat(catalog.members().tokens().revoke(account, revoked.id())).isTrue();
        assertThat(catalog.members().tokens().revoke(account, revoked.id())).as("once").isFalse();
        assertThat(catalog.members().tokens().holder(revoked.secret())).isEmpty();

        var shut = catalog.members().tokens().issue(account, "shut", Duration.ofDays(1)).secret();
        catalog.members().accounts().setDisabled(account, true);
        assertThat(catalog.members().tokens().holder(shut)).isEmpty();
        catalog.members().accounts().setDisabled(account, false);
        assertThat(catalog.members().tokens().holder(shut)).isPresent();
    }

    @Test
    void theLastUseOfATokenIsKeptToTheHour() {
        var account = account("editor", Role.EDITOR, MODA);
        var token = catalog.members().tokens().issue(account, "used", Duration.ofDays(9)).secret();
        clock.pass(Duration.ofMinutes(95));
        assertThat(catalog.members().tokens().of(account).getFirst().lastUsed()).isEmpty();
        catalog.members().tokens().holder(token);
        assertThat(catalog.members().tokens().of(account).getFirst().lastUsed()).contains(Instant.parse("2026-11-25T02:00:00Z"));
        clock.pass(Duration.ofMinutes(20));
        catalog.members().tokens().holder(token);
        assertThat(catalog.members().tokens().of(account).getFirst().lastUsed())
                .as("not written again within the hour")
                .contains(Instant.parse("2026-11-25T02:00:00Z"));
    }

    @Test
    void noSecretStandsInTheDatabase() throws Exception {
        var account = account("editor", Role.EDITOR, MODA);
        var token = catalog.members().tokens().issue(account, "secret", Duration.ofDays(1)).secret();
        var session = catalog.members().sessions().begin(account, "192.0.2.1", "browser", "password", Optional.empty());
        var key = catalog.members().secondFactors().enrol(account);
        catalog.close();

        for (var file : List.of("touchstone.sqlite", "touchstone.sqlite-wal")) {
            if (Files.exists(home.resolve(file))) {
                var bytes = new String(Files.readAllBytes(home.resolve(file)), StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(token.substring(4)).doesNotContain(session).doesNotContain(key);
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("key"))))
                .isEqualTo("rw-------");
        catalog = CatalogTests.open(home, clock);
        assertThat(catalog.members().secondFactors().enrol(account)).as("the key of the home is still the same").isEqualTo(key);
    }

    @Test
    void aSessionEndsWhenItIsIdleOldOrEnded() {
        var account = account("editor", Role.EDITOR, MODA);
        var idle = catalog.members().sessions().begin(account, "192.0.2.1", "one", "password", Optional.empty());
        clock.pass(Sessions.IDLE.minusSeconds(1));
        assertThat(catalog.members().sessions().bySecret(idle)).as("seen just in time, which keeps it open").isPresent();
        clock.pass(Sessions.IDLE.minusSeconds(1));
        assertThat(catalog.members().sessions().bySecret(idle)).isPresent();
        clock.pass(Sessions.IDLE);
        assertThat(catalog.members().sessions().bySecret(idle)).isEmpty();

        var old = catalog.members().sessions().begin(account, "192.0.2.1", "two", "password", Optional.empty());
        for (var passed = Duration.ZERO; passed.compareTo(Sessions.LONGEST) < 0; passed = passed.plusHours(6)) {
            assertThat(catalog.members().sessions().bySecret(old)).isPresent();
            clock.pass(Duration.ofHours(6));
        }
        assertThat(catalog.members().sessions().bySecret(old)).isEmpty();

        var here = catalog.members().sessions().begin(account, "192.0.2.1", "here", "password", Optional.empty());
        var there = catalog.members().sessions().begin(account, "192.0.2.2", "there", "password", Optional.empty());
        assertThat(catalog.members().sessions().of(account)).extracting(Session::agent).containsExactlyInAnyOrder("here", "there");
        catalog.members().sessions().endOthers(account, catalog.members().sessions().bySecret(here).map(Session::id));
        assertThat(catalog.members().sessions().bySecret(there)).isEmpty();
        assertThat(catalog.members().sessions().bySecret(here)).isPresent();
    }

    @Test
    void aCodeCountsOnceAlsoWhenItIsSentManyTimesAtOnce() throws Exception {
        var account = account("editor", Role.EDITOR, MODA);
        var secret = unbase32(catalog.members().secondFactors().enrol(account));
        assertThat(catalog.members().secondFactors().confirm(account, "000000")).isEmpty();
        assertThat(reread(account).secondFactor()).isFalse();
        var codes = catalog.members().secondFactors().confirm(account, code(secret)).orElseThrow();
        assertThat(reread(account).secondFactor()).isTrue();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        assertThat(catalog.members().secondFactors().take(account, code(secret)))
                .as("it was used to confirm")
                .isEqualTo(SecondFactors.Taken.REFUSED);
        clock.pass(Duration.ofSeconds(30));
        try (var threads = Executors.newFixedThreadPool(8)) {
            var code = code(secret);
            var taken = threads.invokeAll(Collections.nCopies(
                    8, () -> catalog.members().secondFactors().take(account, code)));
            assertThat(taken).map(Future::resultNow).containsOnlyOnce(SecondFactors.Taken.CODE);
        }

        var spoken = codes.getFirst().substring(0, 5).toUpperCase(Locale.ROOT) + "-" + codes.getFirst().substring(5);
        assertThat(catalog.members().secondFactors().take(account, spoken)).isEqualTo(SecondFactors.Taken.RECOVERY_CODE);
        assertThat(catalog.members().secondFactors().take(account, spoken)).isEqualTo(SecondFactors.Taken.REFUSED);
        assertThat(catalog.members().secondFactors().recoveryCodesLeft(account)).isEqualTo(9);
    }

    @Test
    void aStrangerWhoGuessesKeepsOnlyStrangersOut() {
        var throttle = catalog.members().signInThrottle();
        throttle.attempt("editor", "198.51.100.7");
        throttle.succeeded("editor", "198.51.100.7");

        for (int i = 0; i < SignInThrottle.FREE_TOGETHER + 1; i++) {
            assertThat(throttle.attempt("editor", "203.0.113.9")).as("try %d", i + 1).isEmpty();
        }
        assertThat(throttle.attempt("editor", "203.0.113.9")).contains(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        assertThat(throttle.attempt("editor", "203.0.113.9")).isEmpty();
        assertThat(throttle.attempt("editor", "203.0.113.9")).contains(Duration.ofSeconds(2));

        // A crowd of addresses runs into the limit of the account, which is short, and not the owner's.
        for (int i = 0; i < 200; i++) {
            throttle.attempt("editor", "192.0.2." + i);
        }
        assertThat(throttle.attempt("editor", "192.0.2.250").orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(throttle.attempt("editor", "198.51.100.7")).as("the owner where they always are").isEmpty();
        clock.pass(Duration.ofSeconds(30));
        assertThat(throttle.attempt("editor", "192.0.2.251")).as("the owner elsewhere, after a short while").isEmpty();
    }

    @Test
    void namesThatNobodyHasAreSlowedDownInTheSameWay() {
        for (int i = 0; i < SignInThrottle.FREE_TOGETHER + 1; i++) {
            assertThat(catalog.members().signInThrottle().attempt("nobody", "203.0.113.9")).isEmpty();
        }
        assertThat(catalog.members().signInThrottle().attempt("nobody", "203.0.113.9")).contains(Duration.ofSeconds(1));
    }

    @Test
    void oneNetworkOfVersionSixIsOneAddress() {
        assertThat(SignInThrottle.network("2001:db8:1:2::1")).isEqualTo(SignInThrottle.network("2001:db8:1:2:ffff::9"));
        assertThat(SignInThrottle.network("2001:db8:1:2::1")).isNotEqualTo(SignInThrottle.network("2001:db8:1:3::1"));
        assertThat(SignInThrottle.network("203.0.113.9")).isEqualTo("203.0.113.9");
    }

    private Account account(String name, Role role, AgencyId agency) {
        catalog.members().accounts().create(name, name, role, Optional.of(agency), "hash");
        return catalog.members().accounts().byName(name).orElseThrow();
    }

    private Account reread(Account account) {
        return catalog.members().accounts().byId(account.id()).orElseThrow();
    }

    private String code(byte[] secret) {
        return Totp.code(secret, Totp.step(clock.instant()), Totp.DIGITS);
    }

    private static byte[] unbase32(String text) {
        var bits = new BigInteger("1");
        for (int at = 0; at < text.length(); at++) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(at))));
        }
        var bytes = bits.toByteArray();
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
