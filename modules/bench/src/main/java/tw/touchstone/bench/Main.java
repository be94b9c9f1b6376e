package tw.touchstone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import tw.touchstone.bench.report.MachineFacts;
import tw.touchstone.bench.scenario.Bench;
import tw.touchstone.bench.scenario.Settings;
import tw.touchstone.bench.server.Installation;
import tw.touchstone.bench.server.RunningServer;

/// `touchstone bench`: the table goes to standard output, all else to standard error.
public final class Main {

    private Main() {}

    /// Exit code 2 where the arguments are not understood.
    ///
    /// @param arguments see [Arguments#USAGE]
    public static void main(String[] arguments) throws IOException {
        switch (Arguments.read(List.of(arguments))) {
            case Arguments.Help help -> System.out.print(Arguments.USAGE);
            case Arguments.NotUnderstood wrong -> {
                System.err.println("touchstone: " + wrong.message());
                System.err.print(Arguments.USAGE);
                System.exit(2);
            }
            case Arguments.Loops loops -> org.openjdk.jmh.Main.main(loops.options().toArray(String[]::new));
            case Arguments.Scenarios scenarios -> run(scenarios);
        }
    }

    private static void run(Arguments.Scenarios asked) throws IOException {
        var root = Path.of(System.getProperty("touchstone.root", "")).toAbsolutePath();
        var java = System.getProperty("touchstone.java", System.getProperty("java.home") + "/bin/java");
        var installation = new Installation(root, Path.of(java));
        if (!installation.isBuilt()) {
            System.err.println("touchstone: the server is not built: run ./touchstone build");
            System.exit(2);
        }
        var machine = MachineFacts.now(Clock.systemUTC());
        if (machine.isBusy()) {
            System.err.printf("touchstone: WARNING: the load average is %.2f. This machine is not quiet, and the figures%n"
                    + "touchstone: WARNING: of this run say as much about its other work as about the server.%n", machine.load());
        }
        int port = asked.port() == 0 ? RunningServer.freePort() : asked.port();
        var settings = new Settings(installation, asked.catalogue(), asked.datasets(), asked.only(), port);
        var table = new Bench(settings, step -> System.err.println("touchstone: " + step)).run();
        var text = table.markdown(machine);
        System.out.print(text);
        if (asked.out().isPresent()) {
            Files.writeString(asked.out().get(), text);
            for (var attachment : table.attachments().entrySet()) {
                var name = asked.out().get().getFileName() + "." + attachment.getKey().replace(' ', '-') + ".json";
                Files.writeString(asked.out().get().resolveSibling(name), attachment.getValue());
            }
        }
    }
}
