package tw.touchstone.cli;

import java.util.Optional;

/// Says in one line why a command failed.
final class Failures {

    private Failures() {}

    /// The message of the failure or of what caused it; its kind where nobody said anything.
    static String sentence(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            var message = Optional.ofNullable(each.getMessage()).filter(text -> !text.isBlank());
            if (message.isPresent()) {
                return message.get().lines().findFirst().orElseThrow();
            }
        }
        return failure.getClass().getSimpleName();
    }
}
