package tw.touchstone.bench.files;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;

/// Inspects one file in a process of its own, whose heap is limited from outside, and prints what it took.
final class InspectingProcess {

    private InspectingProcess() {}

    /// Prints processor seconds, seconds, the most heap in use, garbage included, in MB, and the rows of the first table.
    /// A file that was not read to its end is a failure.
    public static void main(String[] arguments) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = System.nanoTime();
        var inspection = new Inspector().inspect(Path.of(arguments[0]));
        if (!(inspection instanceof Inspection.Inspected(var facts))
                || !(facts.extent() instanceof Extent.Whole)
                || !(facts.content() instanceof Content.Tables(var tables))) {
            throw new IllegalStateException(inspection.toString());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double processor = threads.getCurrentThreadCpuTime() / 1e9;
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.println(processor + " " + seconds + " " + heap / 1e6 + " " + tables.getFirst().rows());
    }
}
