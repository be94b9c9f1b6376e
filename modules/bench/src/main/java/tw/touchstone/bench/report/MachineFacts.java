package tw.touchstone.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// The machine a run took place on, without which its figures mean nothing.
///
/// @param processor   the model as the system names it
/// @param memoryBytes all there is, or all this process may have
/// @param java        version of the JDK, the same as the server's
/// @param load        runnable processes, averaged over the minute before the run; negative where unknown
public record MachineFacts(
        Instant at, int cores, String processor, long memoryBytes, String system, String java, double load) {

    /// A run beside other work says nothing about us.
    private static final double QUIET = 1.0;

    public static MachineFacts now(Clock clock) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        long memory = system instanceof com.sun.management.OperatingSystemMXBean known ? known.getTotalMemorySize() : 0;
        return new MachineFacts(
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                processorModel(),
                memory,
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                System.getProperty("java.vm.vendor") + " " + Runtime.version(),
                system.getSystemLoadAverage());
    }

    /// Whether others are using the machine, or nobody can say.
    public boolean isBusy() {
        return load < 0 || load > QUIET;
    }

    List<String> lines() {
        return List.of(
                "taken " + at,
                "%d cores, %s, %.1f GB of memory".formatted(cores, processor, memoryBytes / 1e9),
                system + ", Java " + java,
                String.format(
                        Locale.ROOT,
                        isBusy()
                                ? "**load average at start %.2f: the machine was not quiet, these figures do not count**"
                                : "load average at start %.2f",
                        load));
    }

    private static String processorModel() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException noProc) {
            return "unknown processor";
        }
    }
}
