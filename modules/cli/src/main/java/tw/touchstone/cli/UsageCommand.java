package tw.touchstone.cli;

import picocli.CommandLine.Command;

/// What is done with the numbers of views and downloads.
@Command(
        name = "usage",
        mixinStandardHelpOptions = true,
        description = "The numbers of views and downloads.",
        subcommands = UsageImportCommand.class)
final class UsageCommand {}
