package tw.touchstone.server.start;

import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import tw.touchstone.store.StoreLocked;

/// Turns a start that failed at the home into sentences an operator can act on.
class UnusableHomeReport extends AbstractFailureAnalyzer<RuntimeException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, RuntimeException cause) {
        return switch (cause) {
            case HomeInUse inUse ->
                new FailureAnalysis(
                        "Another Touchstone is running on the home " + inUse.home() + ".",
                        "Stop it, or give this one a home of its own with --home DIR.",
                        cause);
            case OtherBase other ->
                new FailureAnalysis(
                        other.getMessage() + ".",
                        "Leave --base-iri out to go on with that name, or begin a new home with --home DIR.",
                        cause);
            case StoreLocked locked ->
                new FailureAnalysis(
                        String.valueOf(locked.getMessage()), "Stop the other process, or choose another --home.", cause);
            case UncheckedIOException unusable ->
                new FailureAnalysis(
                        String.valueOf(unusable.getMessage()), "Check that the home can be written and has room.", cause);
            default -> null;
        };
    }
}
