package tw.touchstone.cli;

import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;
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
            description = "the address the catalogue is known by (default: ${DEFAULT-VALUE})",
            defaultValue = "http://localhost:8080/")
    URI baseIri = Iris.LOCAL.base();

    Home folder() {
        return new Home(home);
    }

    CatalogSettings settings() {
        return CatalogSettings.of(home, new Iris(baseIri));
    }
}
