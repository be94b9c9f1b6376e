package tw.touchstone.server.start;

import java.nio.file.Path;

/// Another process holds the home.
final class HomeInUse extends IllegalStateException {

    private final transient Path home;

    HomeInUse(Path home) {
        super("the home " + home + " is in use by another process");
        this.home = home;
    }

    Path home() {
        return home;
    }
}
