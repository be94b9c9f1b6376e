package tw.touchstone.catalog;

import java.nio.file.Path;

/// What came of opening a home.
public sealed interface CatalogOpening {

    /// It is open and this process holds it.
    record Opened(Catalog catalog) implements CatalogOpening {}

    /// Another process holds it.
    record HomeInUse(Path home) implements CatalogOpening {}
}
