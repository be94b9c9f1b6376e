package tw.touchstone.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogOpening;
import tw.touchstone.catalog.evaluating.AsOf;
import tw.touchstone.model.DatasetId;

/// Writes a scorecard with everything it was computed from, through the running server where there is one.
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description = {
            "Write the scorecard of a dataset with everything it was computed from, for `verify`;",
            "or only what was observed of it, for `score` beside its file (X.observations.json)."
        })
final class BundleCommand implements Callable<Integer> {

    private static final int BAD_INPUT = 2;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "ID", description = "identifier of the dataset")
    private String dataset = "";

    @Option(names = "--policy", paramLabel = "ID", description = "the policy (default: ${DEFAULT-VALUE})")
    private String policy = Catalog.SHOWN_POLICY;

    @Option(names = "--as-of", paramLabel = "TIME", description = "a day, or an instant (default: the current scorecard)")
    private Optional<String> asOf = Optional.empty();

    @Option(names = "--observations", description = "write only what was observed of links, neighbours and sources")
    private boolean observations;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write it")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!DatasetId.isValid(dataset)) {
            return failed(dataset + " is no identifier of a dataset");
        }
        if (asOf.isPresent() && asOf.flatMap(AsOf::parse).isEmpty()) {
            return failed("--as-of takes a day such as 2026-01-31 or an instant such as 2026-01-31T09:00:00+08:00");
        }
        return switch (Catalog.open(home.settings(), Clock.systemUTC())) {
            case CatalogOpening.Opened opened -> {
                try (var catalog = opened.catalog()) {
                    yield export(catalog);
                }
            }
            case CatalogOpening.OtherBase other -> throw new IllegalStateException(HomeOption.sentence(other));
            case CatalogOpening.HomeInUse inUse -> through(RunningServer.awaited(home.folder()));
        };
    }

    private int export(Catalog catalog) throws IOException {
        var stored = catalog.judging().evaluations().stored(new DatasetId(dataset), policy, asOf.flatMap(AsOf::parse));
        if (stored.isEmpty()) {
            return failed("there is no scorecard of %s under %s%s"
                    .formatted(dataset, policy, asOf.map(at -> " as of " + at).orElse("")));
        }
        var cases = catalog.judging().cases();
        var bundle = observations ? cases.observations(stored.get()) : cases.bundle(stored.get());
        return bundle.isPresent()
                ? write(bundle.get())
                : failed("the scorecard was made by another engine, or its inputs are not kept: it cannot be replayed");
    }

    private int through(RunningServer server) throws IOException {
        var parameters = new TreeMap<>(Map.of("policy", policy));
        asOf.ifPresent(at -> parameters.put("asOf", at));
        var wanted = observations ? "/observations.json" : "/scorecard/bundle";
        try (var answer = server.get("datasets/" + dataset + wanted, parameters)) {
            var body = answer.lines().collect(Collectors.joining("\n"));
            return answer.status() == 200
                    ? write(body.getBytes(StandardCharsets.UTF_8))
                    : failed(Answers.detail(body));
        }
    }

    private int write(byte[] bundle) throws IOException {
        Files.write(out, bundle);
        spec.commandLine().getOut().println("%s: %,d bytes".formatted(out, bundle.length));
        return 0;
    }

    private int failed(String message) {
        spec.commandLine().getErr().println("touchstone: " + message);
        return BAD_INPUT;
    }
}
