package tw.touchstone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Runs one command. Exit codes: 0 done, 1 below what was demanded, 2 bad input, 3 partly unread.
@Command(
        name = "touchstone",
        description = "Touchstone 試金石: an open-data catalogue that tests what it publishes.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ImportCommand.class,
            ScoreCommand.class,
            BundleCommand.class,
            VerifyCommand.class,
            SimulateCommand.class,
            AdoptCommand.class,
            InspectCommand.class,
            CompactCommand.class,
            UsageCommand.class
        })
final class Main {

    private Main() {}

    /// Ends the process with the command's exit code.
    ///
    /// @param arguments the command and its options
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    // One line for people; the trace for those who ask for it.
                    command.getErr().println("touchstone: " + Failures.sentence(failure));
                    if (System.getenv("TOUCHSTONE_TRACE") != null) {
                        failure.printStackTrace(command.getErr());
                    }
                    return CommandLine.ExitCode.USAGE;
                });
    }
}
