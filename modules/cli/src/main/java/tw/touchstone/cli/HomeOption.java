package tw.touchstone.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import tw.touchstone.catalog.CatalogOpening;
import tw.touchstone.catalog.CatalogSettings;
import tw.touchstone.catalog.Home;
import tw.touchstone.model.Iris;

/// Which home a command works on.
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "the data directory (default: ${DEFAULT-VALUE})",
            defaultValue = "${sys:touchstone.home:-.touchstone}")
    Path home = Path.of(".touchstone");

    @Option(
            names = "--base-iri",
            paramLabel = "IRI",
            description = "the address the catalogue is known by (default: that of the home, else http://localhost:8080/)")
    Optional<URI> baseIri = Optional.empty();

    Home folder() {
        return new Home(home);
    }

    /// What to say of a home that is named otherwise.
    static String sentence(CatalogOpening.OtherBase other) {
        return "everything in the home " + other.home() + " is named by the base IRI " + other.recorded()
                + "; leave --base-iri out";
    }

    CatalogSettings settings() {
        return CatalogSettings.of(
                home, new Iris(baseIri.or(folder()::recordedBase).orElse(Iris.LOCAL.base())));
    }
}
