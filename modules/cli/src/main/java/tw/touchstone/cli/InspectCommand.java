package tw.touchstone.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.quality.QualityJson;

/// Says what the bytes of files and of addresses are.
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Say what the bytes of a file, or behind an address, really are.")
final class InspectCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH|URL", arity = "1..*", description = "files, and http or https addresses")
    private String[] targets = {};

    @Option(names = "--allow-loopback", description = "also ask addresses of this machine")
    private boolean allowLoopback;

    @Option(names = "--json", description = "print the facts as canonical JSON, one line for each file")
    private boolean json;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the printed facts (default: that of LANG, else zh)")
    private String language = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        int exit = 0;
        for (var target : targets) {
            if (InspectedLink.isAddress(target)) {
                exit = Math.max(exit, ask(target));
                continue;
            }
            var path = Path.of(target);
            if (!Files.exists(path)) {
                spec.commandLine().getErr().println("touchstone: " + path + ": there is no such file");
                exit = 2;
                continue;
            }
            switch (new Inspector().inspect(path)) {
                case Inspection.NotInspected not -> {
                    var words = Words.of(language, System.getenv());
                    spec.commandLine().getErr().println("touchstone: " + path + ": " + words.of("not-inspected." + not.reason()));
                    exit = Math.max(exit, 2);
                }
                case Inspection.Inspected inspected -> print(path, inspected.facts());
            }
        }
        return exit;
    }

    private int ask(String address) {
        var asked = InspectedLink.ask(address, allowLoopback);
        if (asked.isEmpty()) {
            spec.commandLine().getErr().println("touchstone: " + address + ": "
                    + Words.of(language, System.getenv()).of("link.no-address"));
            return 2;
        }
        if (json) {
            asked.get().printJson(spec.commandLine().getOut());
        } else {
            asked.get().print(spec.commandLine().getOut(), Words.of(language, System.getenv()));
        }
        return asked.get().exit();
    }

    private void print(Path path, ByteFacts facts) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(QualityJson.write(facts), StandardCharsets.UTF_8));
        } else {
            new FactsPrinter(out, Words.of(language, System.getenv())).print(path.toString(), facts);
        }
    }
}
