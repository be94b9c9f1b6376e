package tw.touchstone.catalog.inspecting;

/// Which links elsewhere are asked.
public enum LinkChecking {
    /// None: nothing leaves this machine.
    NONE,
    /// Those of datasets that a person registered or revised here.
    REGISTERED,
    /// Those of imported datasets too, in the background.
    ALL
}
