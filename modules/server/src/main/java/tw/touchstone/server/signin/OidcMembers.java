package tw.touchstone.server.signin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.Grant;
import tw.touchstone.catalog.members.OidcIdentities;

/// Finds the account of somebody a provider vouches for.
///
/// First by subject, which never changes; then by a verified address, which links the two for ever; else a new account,
/// where the settings allow it and give it a role.
@Component
class OidcMembers {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    private final OidcSettings settings;
    private final Catalog catalog;
    private final Accounts accounts;
    private final OidcIdentities identities;

    OidcMembers(OidcSettings settings, Catalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
        this.accounts = catalog.members().accounts();
        this.identities = catalog.members().identities();
    }

    /// The account, as it stands with the roles the provider gives; empty where there is none to let in.
    Optional<Account> account(OidcUser user) {
        var issuer = Objects.requireNonNull(user.getIssuer(), "the token was checked").toString();
        var subject = Objects.requireNonNull(user.getSubject(), "the token was checked");
        var grants = grants(user);
        var account = identities
                .account(issuer, subject)
                .or(() -> byEmail(user).filter(each -> identities.link(each, issuer, subject)))
                .or(() -> created(user, grants).filter(each -> identities.link(each, issuer, subject)))
                .filter(each -> each.state() != Account.State.DISABLED);
        account.ifPresent(each -> {
            accounts.activate(each);
            if (!settings.rolesClaim().isEmpty()) {
                provide(each, grants);
            }
        });
        return account.flatMap(each -> accounts.byId(each.id()));
    }

    private Optional<Account> byEmail(OidcUser user) {
        var email = user.getEmail();
        return settings.linkByEmail() && email != null && Boolean.TRUE.equals(user.getEmailVerified())
                ? accounts.byEmail(email)
                : Optional.empty();
    }

    private Optional<Account> created(OidcUser user, List<Grant> grants) {
        if (!settings.createAccounts() || grants.isEmpty()) {
            return Optional.empty();
        }
        var name = Optional.ofNullable(user.getClaimAsString(settings.nameClaim()))
                .filter(each -> NAME.matcher(each).matches())
                .or(() -> Optional.ofNullable(user.getSubject()))
                .orElse("");
        var shown = Optional.ofNullable(user.getFullName()).orElse(name);
        var email = Optional.ofNullable(user.getEmail()).filter(each -> Boolean.TRUE.equals(user.getEmailVerified()));
        var account = NAME.matcher(name).matches() ? accounts.admit(name, shown, email) : Optional.<Account>empty();
        account.ifPresent(each -> catalog.members().audit().record("", AuditAction.ACCOUNT_CREATED, each.name(), "oidc", ""));
        return account;
    }

    private List<Grant> grants(OidcUser user) {
        var said = settings.rolesClaim().isEmpty() ? null : user.getClaimAsStringList(settings.rolesClaim());
        return said == null
                ? List.of()
                : settings.roles().stream()
                        .filter(mapping -> said.contains(mapping.value()))
                        .map(mapping -> accounts.grant(mapping.role(), mapping.forAgency()))
                        .distinct()
                        .toList();
    }

    private void provide(Account account, List<Grant> grants) {
        accounts.setProvided(account, grants);
        var before = account.grants();
        var after = accounts.byId(account.id()).map(Account::grants).orElse(List.of());
        after.stream().filter(grant -> !before.contains(grant)).forEach(grant -> catalog.members().audit()
                .record("", AuditAction.ROLE_GIVEN, account.name(), "oidc: " + grant.role() + " " + grant.agency(), ""));
        before.stream().filter(grant -> !after.contains(grant)).forEach(grant -> catalog.members().audit()
                .record("", AuditAction.ROLE_TAKEN, account.name(), "oidc: " + grant.role() + " " + grant.agency(), ""));
    }
}
