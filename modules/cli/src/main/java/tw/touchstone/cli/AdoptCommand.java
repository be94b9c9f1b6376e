package tw.touchstone.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
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
import tw.touchstone.catalog.policies.Adopting;

/// Has a policy judged by from a day on, through the running server where there is one.
@Command(
        name = "adopt",
        mixinStandardHelpOptions = true,
        description = "Judge by a policy once its grace is over; the text takes the place of the one with the same id.")
final class AdoptCommand implements Callable<Integer> {

    private static final int BAD_INPUT = 2;

    /// What is not indexed by then is indexed at the next start.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--policy", required = true, paramLabel = "FILE", description = "the policy")
    private Path file = Path.of("");

    @Option(names = "--announced", paramLabel = "DATE", description = "first day of the grace, in Taipei (default: today)")
    private Optional<LocalDate> announced = Optional.empty();

    @Option(names = "--grace", paramLabel = "DAYS", description = "how long agencies have to prepare (default: ${DEFAULT-VALUE})")
    private int grace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(file) || grace < 0) {
            spec.commandLine().getErr().println("touchstone: " + file + ": there is no such file, or the grace is negative");
            return BAD_INPUT;
        }
        var day = announced.orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Taipei")));
        var text = Files.readString(file, StandardCharsets.UTF_8);
        return switch (Catalog.open(home.settings(), Clock.systemUTC())) {
            case CatalogOpening.Opened opened -> {
                try (var catalog = opened.catalog()) {
                    yield adopt(catalog, text, day);
                }
            }
            case CatalogOpening.OtherBase other -> throw new IllegalStateException(HomeOption.sentence(other));
            case CatalogOpening.HomeInUse inUse -> through(RunningServer.awaited(home.folder()), day);
        };
    }

    /// What is due at once is carried out before the home is closed again.
    private int adopt(Catalog catalog, String text, LocalDate day) throws InterruptedException {
        return switch (catalog.judging().policies().adopt(text, day, grace)) {
            case Adopting.Noted(var adoption) -> {
                catalog.timekeeper().doDue();
                catalog.awaitFollowed(PATIENCE);
                yield said("%s %s is judged by from %s on"
                        .formatted(adoption.policy(), adoption.version(), adoption.inForce()));
            }
            case Adopting.Unreadable(var refused) -> failed(PolicyFaults.sentence(file, refused));
            case Adopting.VersionTaken taken ->
                failed("%s: version %s of %s has another text; a new text is a new version"
                        .formatted(file, taken.version(), taken.policy()));
        };
    }

    private int through(RunningServer server, LocalDate day) {
        var parameters = Map.of("announced", day.toString(), "grace", String.valueOf(grace));
        try (var answer = server.post("adopt", parameters, Optional.of(file))) {
            var body = answer.lines().collect(Collectors.joining("\n"));
            return answer.status() == 200 ? said(body) : failed(file + ": " + Answers.detail(body));
        }
    }

    private int said(String line) {
        spec.commandLine().getOut().println(line);
        return 0;
    }

    private int failed(String line) {
        spec.commandLine().getErr().println("touchstone: " + line);
        return BAD_INPUT;
    }
}
