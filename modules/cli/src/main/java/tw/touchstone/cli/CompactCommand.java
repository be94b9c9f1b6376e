package tw.touchstone.cli;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogOpening;

/// Rewrites the triple store without its dead space, while it serves.
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description = "Rewrite the triple store without its dead space; a running server goes on serving.")
final class CompactCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        return switch (Catalog.open(home.settings(), Clock.systemUTC())) {
            case CatalogOpening.Opened opened -> {
                try (var catalog = opened.catalog()) {
                    var done = catalog.store().compact();
                    out.println("compacted: " + done.bytesBefore() + " bytes before, " + done.bytesAfter() + " after");
                    yield 0;
                }
            }
            case CatalogOpening.OtherBase other -> throw new IllegalStateException(HomeOption.sentence(other));
            case CatalogOpening.HomeInUse inUse -> {
                var server = RunningServer.awaited(home.folder());
                try (var answer = server.post("compact", Map.of(), Optional.empty())) {
                    answer.lines().forEach(out::println);
                    yield answer.status() == 200 ? 0 : 2;
                }
            }
        };
    }
}
