package tw.touchstone.cli;

import java.nio.file.Path;
import tw.touchstone.quality.PolicyReading;

/// Says in one line where a policy file is at fault.
final class PolicyFaults {

    private PolicyFaults() {}

    static String sentence(Path file, PolicyReading.Refused refused) {
        var field = refused.field().isEmpty() ? "" : refused.field() + ": ";
        return "%s:%d: %s%s".formatted(file, refused.line(), field, refused.message());
    }
}
