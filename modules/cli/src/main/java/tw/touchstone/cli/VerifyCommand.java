package tw.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.touchstone.quality.Bundle;
import tw.touchstone.quality.rules.Rules;

/// Computes the scorecard of a bundle again, without a home and without the network.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Compute the scorecard of a bundle again from its inputs, and compare byte for byte.",
            "A bundle comes from the command `bundle`, or from /datasets/ID/scorecard/bundle?policy=&asOf=; neither a home nor the network is needed.",
            "Exit codes: 0 verified, 1 it differs, 2 it is no bundle, 3 it was made by another engine and cannot be told."
        })
final class VerifyCommand implements Callable<Integer> {

    /// Far above any bundle of ours; what is larger is not read.
    private static final long LONGEST = 64L << 20;

    private static final int DIFFERS = 1;
    private static final int BAD_INPUT = 2;
    private static final int NOT_VERIFIABLE = 3;

    @Parameters(paramLabel = "BUNDLE")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var err = spec.commandLine().getErr();
        if (!Files.isRegularFile(file)) {
            err.println("touchstone: " + file + ": there is no such file");
            return BAD_INPUT;
        }
        if (Files.size(file) > LONGEST) {
            err.println("touchstone: %s: larger than %d MiB, which no bundle is".formatted(file, LONGEST >> 20));
            return BAD_INPUT;
        }
        return switch (Bundle.replay(Files.readAllBytes(file), Rules::scorer)) {
            case Bundle.Replay.Verified(var scorecard, var asOf) -> {
                spec.commandLine().getOut().println("verified: %s %s under %s %s as of %s, scorecard %s"
                        .formatted(
                                scorecard.dataset(),
                                scorecard.award(),
                                scorecard.policy().id(),
                                scorecard.policy().version(),
                                asOf,
                                scorecard.id()));
                yield 0;
            }
            case Bundle.Replay.Differs(var message) -> {
                err.println("touchstone: " + file + ": differs: " + message);
                yield DIFFERS;
            }
            case Bundle.Replay.NotVerifiable(var message) -> {
                err.println("touchstone: " + file + ": not verifiable here: " + message);
                yield NOT_VERIFIABLE;
            }
            case Bundle.Replay.Refused(var line, var column, var message) -> {
                err.println("touchstone: %s:%d:%d: no bundle: %s".formatted(file, line, column, message));
                yield BAD_INPUT;
            }
        };
    }
}
