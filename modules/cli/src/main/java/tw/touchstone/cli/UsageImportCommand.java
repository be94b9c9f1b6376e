package tw.touchstone.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import tw.touchstone.catalog.counting.CarryingOver;

/// Takes the totals of another system over, through the running server where there is one.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Carry views and downloads of another system over, to be shown apart as of unknown definition.",
        footer = {
            "",
            "FILE is a table with tabs whose header names the columns id, views and downloads (id_2026, views_2018 …).",
            "What a source is said to have counted replaces what it was said to have counted before."
        })
final class UsageImportCommand implements Callable<Integer> {

    private static final int BAD_INPUT = 2;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE", description = "the table")
    private Path file = Path.of("");

    @Option(names = "--day", required = true, paramLabel = "DATE", description = "until which day was counted")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--source", required = true, paramLabel = "TEXT", description = "who counted, as readers are told")
    private String source = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            return failed(file + " is not a file that can be read");
        }
        return switch (Catalog.open(home.settings(), Clock.systemUTC())) {
            case CatalogOpening.Opened opened -> {
                try (var catalog = opened.catalog()) {
                    yield inProcess(catalog);
                }
            }
            case CatalogOpening.OtherBase other -> throw new IllegalStateException(HomeOption.sentence(other));
            case CatalogOpening.HomeInUse inUse -> through(RunningServer.awaited(home.folder()));
        };
    }

    private int inProcess(Catalog catalog) throws IOException {
        var carrying = new CarryingOver(catalog.store(), catalog.usage(), Clock.systemUTC());
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return switch (carrying.carry(in, day, source)) {
                case CarryingOver.Outcome.Carried done -> {
                    done.text().forEach(this::say);
                    yield 0;
                }
                case CarryingOver.Outcome.Malformed(long line, String message) ->
                    failed(file + (line == 0 ? ": " : ": line " + line + ": ") + message);
                case CarryingOver.Outcome.Refused(String field, String message) -> failed("--" + field + ": " + message);
            };
        }
    }

    private int through(RunningServer server) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("day", day.toString());
        parameters.put("source", source);
        try (var answer = server.post("carry-usage", parameters, Optional.of(file))) {
            var body = answer.lines().collect(Collectors.joining("\n"));
            if (answer.status() != 200) {
                return failed(file + ": " + Answers.detail(body));
            }
            JsonMapper.shared().readTree(body).path("text").valueStream().map(JsonNode::asString).forEach(this::say);
            return 0;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private int failed(String line) {
        spec.commandLine().getErr().println("touchstone: " + line);
        return BAD_INPUT;
    }
}
