package tw.touchstone.bench.scenario;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.bench.server.Installation;

/// What a run is to measure.
///
/// @param catalogue a national export to import; without it one is made up
/// @param datasets  rows of the made-up export
/// @param only      the parts to measure; what they need is done, but not shown
/// @param port      of every server of the run
public record Settings(Installation installation, Optional<Path> catalogue, int datasets, Set<Part> only, int port) {

    public Settings {
        only = Set.copyOf(only);
    }

    boolean wants(Part part) {
        return only.contains(part);
    }
}
