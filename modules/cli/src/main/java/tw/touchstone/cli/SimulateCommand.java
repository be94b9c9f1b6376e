package tw.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogOpening;
import tw.touchstone.catalog.policies.SimulationReport;
import tw.touchstone.catalog.policies.SimulationText;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.PolicyReading;

/// Tries a policy on all stored facts, through the running server where there is one.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Judge every dataset's stored facts by a draft of a policy, and list who would gain and lose; stores nothing.")
final class SimulateCommand implements Callable<Integer> {

    private static final int BAD_INPUT = 2;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--policy", required = true, paramLabel = "FILE", description = "the draft")
    private Path file = Path.of("");

    @Option(names = "--json", description = "print the fate of every dataset as JSON")
    private boolean json;

    @Option(names = "--csv", description = "print the datasets whose award changes as CSV")
    private boolean csv;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            spec.commandLine().getErr().println("touchstone: " + file + ": there is no such file");
            return BAD_INPUT;
        }
        return switch (Policy.read(Files.readString(file, StandardCharsets.UTF_8))) {
            case PolicyReading.Refused refused -> {
                spec.commandLine().getErr().println("touchstone: " + PolicyFaults.sentence(file, refused));
                yield BAD_INPUT;
            }
            case Policy draft -> simulate(draft);
        };
    }

    private int simulate(Policy draft) {
        return switch (Catalog.open(home.settings(), Clock.systemUTC())) {
            case CatalogOpening.Opened opened -> {
                try (var catalog = opened.catalog()) {
                    yield print(catalog.judging().simulation().run(draft, _ -> {}));
                }
            }
            case CatalogOpening.OtherBase other -> throw new IllegalStateException(HomeOption.sentence(other));
            case CatalogOpening.HomeInUse inUse -> through(RunningServer.awaited(home.folder()));
        };
    }

    private int through(RunningServer server) {
        try (var answer = server.post("simulate", Map.of(), Optional.of(file))) {
            var body = answer.lines().collect(Collectors.joining("\n"));
            if (answer.status() != 200) {
                spec.commandLine().getErr().println("touchstone: " + file + ": " + Answers.detail(body));
                return BAD_INPUT;
            }
            return print(SimulationText.read(body));
        }
    }

    private int print(SimulationReport report) {
        PrintWriter out = spec.commandLine().getOut();
        var text = new SimulationText(report);
        if (json) {
            out.println(text.json());
        } else if (csv) {
            out.print(text.csv());
            out.flush();
        } else {
            text.table().stream().map(FactsPrinter::visible).forEach(out::println);
        }
        return 0;
    }
}
