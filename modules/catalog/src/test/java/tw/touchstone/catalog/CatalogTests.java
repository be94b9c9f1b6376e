package tw.touchstone.catalog;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import tw.touchstone.catalog.inspecting.LinkSettings;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Iris;

/// What the tests of an open catalogue share.
public final class CatalogTests {

    /// Does everything.
    public static final Account ADMINISTRATOR =
            new Account("1", "admin", "Administrator", Role.ADMINISTRATOR, Optional.empty(), false);

    /// Acts for 數位發展部.
    public static final Account EDITOR =
            new Account("2", "editor", "Editor", Role.EDITOR, Optional.of(new AgencyId("moda")), false);

    private CatalogTests() {}

    /// A catalogue in this folder that asks nothing of the network.
    public static Catalog open(Path home) {
        var settings = new CatalogSettings(
                new Home(home), Iris.LOCAL, 1 << 20, LinkSettings.NONE, Duration.ofSeconds(5));
        return switch (Catalog.open(settings, Clock.systemUTC())) {
            case CatalogOpening.Opened opened -> opened.catalog();
            case CatalogOpening not -> throw new IllegalStateException(not.toString());
        };
    }
}
