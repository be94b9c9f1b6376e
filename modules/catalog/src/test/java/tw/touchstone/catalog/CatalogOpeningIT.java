package tw.touchstone.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.Iris;

class CatalogOpeningIT {

    @TempDir
    private Path home;

    @Test
    void aHomeIsHeldByOne() {
        try (var catalog = CatalogTests.open(home)) {
            assertThat(Catalog.open(catalog.settings(), Clock.systemUTC()))
                    .isEqualTo(new CatalogOpening.HomeInUse(home));
        }
    }

    /// Everything in the store is named by the base; under another one nothing of it would be found.
    @Test
    void aHomeKeepsTheBaseItWasBegunWith() {
        CatalogTests.open(home).close();

        assertThat(new Home(home).recordedBase()).contains(Iris.LOCAL.base());
        var other = CatalogSettings.of(home, new Iris(URI.create("https://data.example/")));
        assertThat(Catalog.open(other, Clock.systemUTC()))
                .isEqualTo(new CatalogOpening.OtherBase(home, Iris.LOCAL.base()));
        CatalogTests.open(home).close();
    }
}
