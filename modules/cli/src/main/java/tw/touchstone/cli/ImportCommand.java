package tw.touchstone.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogOpening;
import tw.touchstone.catalog.importing.ImportOptions;
import tw.touchstone.catalog.importing.ImportOutcome;
import tw.touchstone.exchange.catalogue.OnConflict;

/// Imports a catalogue export, through the running server where there is one.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Read a catalogue export (CSV, JSON or XML; UTF-8 or Big5) into the home.")
final class ImportCommand implements Callable<Integer> {

    private static final Set<String> OPEN = Set.of("waiting", "running");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE", description = "the export")
    private Path file = Path.of("");

    @Option(names = "--source", paramLabel = "NAME", description = "whose identifiers these are (default: the layout's)")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--on-conflict",
            paramLabel = "FATE",
            description = "rows with one identifier and different titles: ${COMPLETION-CANDIDATES} (default: FIRST)")
    private OnConflict onConflict = OnConflict.FIRST;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            spec.commandLine().getErr().println("touchstone: " + file + " is not a file that can be read");
            return 2;
        }
        return switch (Catalog.open(home.settings(), Clock.systemUTC())) {
            case CatalogOpening.Opened opened -> {
                try (var catalog = opened.catalog()) {
                    yield inProcess(catalog, out);
                }
            }
            case CatalogOpening.OtherBase other -> throw new IllegalStateException(HomeOption.sentence(other));
            case CatalogOpening.HomeInUse inUse -> through(RunningServer.awaited(home.folder()), out);
        };
    }

    private int inProcess(Catalog catalog, PrintWriter out) {
        var line = new ProgressLine(spec.commandLine().getErr());
        var outcome = catalog.imports()
                .run(
                        file,
                        new ImportOptions(source, onConflict),
                        progress -> line.show(progress.rows(), progress.datasets(), progress.fraction()));
        line.end();
        return switch (outcome) {
            case ImportOutcome.Unreadable unreadable -> {
                spec.commandLine().getErr().println("touchstone: " + file + ": " + unreadable.message());
                yield 2;
            }
            case ImportOutcome.Imported imported -> {
                imported.text().forEach(out::println);
                yield imported.report().stopped().isPresent() ? 3 : 0;
            }
            case ImportOutcome.Cancelled _, ImportOutcome.Suspended _ ->
                throw new IllegalStateException("nobody could end this import");
        };
    }

    /// The import goes on in the server, also where this command is ended.
    private int through(RunningServer server, PrintWriter out) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("name", file.getFileName().toString());
        source.ifPresent(name -> parameters.put("source", name));
        parameters.put("on-conflict", onConflict.name().toLowerCase(Locale.ROOT));
        parameters.put("again", "true");
        var job = read(server.submit("api/v1/imports", parameters, Optional.of(file)));
        var progress = new ProgressLine(spec.commandLine().getErr());
        while (OPEN.contains(job.path("state").asString(""))) {
            progress.show(
                    job.path("rows").asLong(),
                    job.path("registered").asLong()
                            + job.path("revised").asLong()
                            + job.path("unchanged").asLong(),
                    job.path("fraction").asDouble());
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            job = read(server.ask("api/v1/imports/" + job.path("id").asLong()));
        }
        progress.end();
        return finished(job, out);
    }

    private static JsonNode read(RunningServer.Answer answer) {
        try (answer) {
            return JsonMapper.shared().readTree(answer.lines().collect(Collectors.joining("\n")));
        }
    }

    /// The report, or why there is none.
    private int finished(JsonNode job, PrintWriter out) {
        if (job.path("text").isArray() && !job.path("text").isEmpty()) {
            job.path("text").valueStream().map(JsonNode::asString).forEach(out::println);
            return job.at("/report/stopped").isObject() || !job.path("state").asString("").equals("done") ? 3 : 0;
        }
        var reason = job.path("message").asString(job.path("detail").asString("the server refused the import"));
        spec.commandLine().getErr().println("touchstone: " + file + ": " + reason);
        return 2;
    }
}
