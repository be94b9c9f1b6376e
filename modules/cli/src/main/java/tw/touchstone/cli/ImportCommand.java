package tw.touchstone.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        };
    }

    private int through(RunningServer server, PrintWriter out) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("name", file.getFileName().toString());
        source.ifPresent(name -> parameters.put("source", name));
        parameters.put("onConflict", onConflict.name().toLowerCase(Locale.ROOT));
        var progress = new ProgressLine(spec.commandLine().getErr());
        var result = new int[] {2};
        try (var answer = server.post("import", Map.copyOf(parameters), Optional.of(file))) {
            answer.lines().map(JsonMapper.shared()::readTree).forEach(line -> {
                if (line.has("fraction")) {
                    progress.show(
                            line.path("rows").asLong(),
                            line.path("datasets").asLong(),
                            line.path("fraction").asDouble());
                } else {
                    progress.end();
                    result[0] = finished(line, out);
                }
            });
        }
        return result[0];
    }

    /// The last line: the report, or why there is none.
    private int finished(JsonNode line, PrintWriter out) {
        if (line.has("text")) {
            line.path("text").valueStream().map(JsonNode::asString).forEach(out::println);
            return line.at("/report/stopped").isObject() ? 3 : 0;
        }
        spec.commandLine()
                .getErr()
                .println("touchstone: " + file + ": " + line.path("message").asString(line.path("detail").asString("the server refused the import")));
        return 2;
    }
}
