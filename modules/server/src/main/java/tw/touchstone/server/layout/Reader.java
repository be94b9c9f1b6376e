package tw.touchstone.server.layout;

import java.util.Optional;
import java.util.function.Supplier;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Permission;

/// Who reads a page. The account is looked up when a page first asks, since most answers are no pages.
///
/// For one request; not thread-safe.
final class Reader {

    private final Supplier<Optional<Account>> lookup;
    private Optional<Optional<Account>> known = Optional.empty();

    Reader(Supplier<Optional<Account>> lookup) {
        this.lookup = lookup;
    }

    public boolean isSignedIn() {
        return account().isPresent();
    }

    /// Whether there is something to administer.
    public boolean isAdministrator() {
        return account().filter(each -> each.may(Permission.ADMINISTER_ACCOUNTS)).isPresent();
    }

    /// Whether the catalogue itself is the reader's to administer.
    public boolean isCatalogueAdministrator() {
        return account().filter(each -> each.may(Permission.ADMINISTER_CATALOGUE)).isPresent();
    }

    /// The name to sign in with; empty where nobody is signed in.
    public String getName() {
        return account().map(Account::name).orElse("");
    }

    /// What the person is called; empty where nobody is signed in.
    public String getPerson() {
        return account().map(Account::displayName).orElse("");
    }

    private Optional<Account> account() {
        if (known.isEmpty()) {
            known = Optional.of(lookup.get());
        }
        return known.get();
    }
}
