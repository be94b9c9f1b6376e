package tw.touchstone.server.start;

import java.net.URI;
import java.nio.file.Path;

/// The home is named by another base IRI than the one that was asked for.
final class OtherBase extends IllegalStateException {

    OtherBase(Path home, URI recorded) {
        super("everything in the home " + home + " is named by the base IRI " + recorded);
    }
}
