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
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.TableProfile;
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
                    spec.commandLine().getErr().println("touchstone: " + path + ": " + not.reason());
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
            spec.commandLine().getErr().println("touchstone: " + address + ": this is no address");
            return 2;
        }
        if (json) {
            asked.get().printJson(spec.commandLine().getOut());
        } else {
            asked.get().print(spec.commandLine().getOut(), this::print);
        }
        return asked.get().exit();
    }

    private void print(Path path, ByteFacts facts) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(QualityJson.write(facts), StandardCharsets.UTF_8));
            return;
        }
        out.println(path);
        print(facts);
    }

    private void print(ByteFacts facts) {
        var out = spec.commandLine().getOut();
        out.println("  format    " + facts.format().display() + " (" + facts.formatEvidence() + ")");
        out.println("  size      %,d bytes, sha256 %s".formatted(facts.size(), facts.digest()));
        if (facts.extent() instanceof Extent.Partial(String cap, long read)) {
            out.println("  read      up to the cap of " + cap + " at " + read);
        }
        facts.text().ifPresent(text -> {
            out.println("  encoding  " + text.encoding().display()
                    + (text.byteOrderMark() ? " with byte order mark" : ""));
            text.anomalies().forEach(this::print);
        });
        switch (facts.content()) {
            case Content.Tables tables -> tables.tables().forEach(this::print);
            case Content.Tree tree -> {
                out.println("  records   %,d at %s".formatted(
                        tree.profile().records(), tree.profile().recordPath()));
                tree.profile().fields().forEach(field -> out.println("    " + field.name() + "  " + field.present()));
            }
            case Content.Members members ->
                members.members()
                        .forEach(member -> out.println("  member    %s, %s, %,d bytes"
                                .formatted(member.path(), member.format().display(), member.size())));
            case Content.Malformed malformed ->
                out.println("  malformed %s at line %d, byte %d"
                        .formatted(
                                malformed.reason(),
                                malformed.place().line(),
                                malformed.place().offset()));
            case Content.Encrypted encrypted -> out.println("  content   is encrypted");
            case Content.Empty empty -> out.println("  empty");
            case Content.Opaque opaque -> out.println("  content   is not read");
        }
    }

    private void print(TableProfile table) {
        var out = spec.commandLine().getOut();
        out.println("  table     %s%,d rows, header on line %d, %d columns".formatted(
                table.name().isEmpty() ? "" : table.name() + ": ", table.rows(), table.headerLine(), table.header().size()));
        table.columns()
                .forEach(column -> out.println("    %s  %s, %,d filled, %,d blank, %,d distinct%s"
                        .formatted(
                                column.name(),
                                column.type(),
                                column.filled(),
                                column.blank(),
                                column.distinct(),
                                column.min().map(min -> ", " + min + " … " + column.max().orElse(""))
                                        .orElse(""))));
        table.anomalies().forEach(this::print);
    }

    private void print(Anomaly anomaly) {
        var out = spec.commandLine().getOut();
        out.println("  %s  %,d".formatted(anomaly.code().id(), anomaly.count()));
        anomaly.samples()
                .forEach(place -> out.println(
                        "    line %d, column %d, byte %d: %s"
                                .formatted(place.line(), place.column(), place.offset(), place.seen())));
    }
}
