package tw.touchstone.catalog;

import java.net.URI;
import java.nio.file.Path;

/// What came of opening a home.
public sealed interface CatalogOpening {

    /// It is open and this process holds it.
    record Opened(Catalog catalog) implements CatalogOpening {}

    /// Another process holds it.
    record HomeInUse(Path home) implements CatalogOpening {}

    /// Everything in it is named by another base than the one asked for.
    ///
    /// @param recorded the base the home was begun with
    record OtherBase(Path home, URI recorded) implements CatalogOpening {}
}
