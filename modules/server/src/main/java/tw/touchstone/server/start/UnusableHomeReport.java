package tw.touchstone.server.start;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import tw.touchstone.store.StoreLocked;

/// Turns a start that failed at the home into sentences an operator can act on.
///
/// Spring wraps what was thrown several times, so the first cause in the chain that has sentences is the one told.
class UnusableHomeReport implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> sentences(cause).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<FailureAnalysis> sentences(Throwable cause) {
        return switch (cause) {
            case HomeInUse inUse ->
                Optional.of(new FailureAnalysis(
                        "Another Touchstone is running on the home " + inUse.home() + ".",
                        "Stop it, or give this one a home of its own with --home DIR.",
                        cause));
            case OtherBase other ->
                Optional.of(new FailureAnalysis(
                        other.getMessage() + ".",
                        "Leave --base-iri out to go on with that name, or begin a new home with --home DIR.",
                        cause));
            case StoreLocked locked ->
                Optional.of(new FailureAnalysis(
                        String.valueOf(locked.getMessage()), "Stop the other process, or choose another --home.", cause));
            case UncheckedIOException unusable ->
                Optional.of(new FailureAnalysis(
                        String.valueOf(unusable.getMessage()), "Check that the home can be written and has room.", cause));
            default -> Optional.empty();
        };
    }
}
