package tw.touchstone.catalog;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import tw.touchstone.catalog.inspecting.LinkSettings;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Grant;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Iris;

/// What the tests of an open catalogue share.
public final class CatalogTests {

    /// Does everything.
    public static final Account ADMINISTRATOR =
            Account.ofTheHouse("admin", "Administrator", Grant.everywhere(Role.ADMINISTRATOR));

    /// Acts for 數位發展部.
    public static final Account EDITOR =
            Account.ofTheHouse("editor", "Editor", Grant.of(Role.EDITOR, new AgencyId("moda")));

    private CatalogTests() {}

    /// A catalogue in this folder that asks nothing of the network.
    public static Catalog open(Path home) {
        return open(home, Clock.systemUTC());
    }

    /// The same with a clock of the test.
    public static Catalog open(Path home, Clock clock) {
        var settings = new CatalogSettings(
                new Home(home), Iris.LOCAL, 1 << 20, LinkSettings.NONE, 1, Duration.ofSeconds(5));
        return switch (Catalog.open(settings, clock)) {
            case CatalogOpening.Opened opened -> opened.catalog();
            case CatalogOpening not -> throw new IllegalStateException(not.toString());
        };
    }
}
