package tw.touchstone.bench.loop;

import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Iris;
import tw.touchstone.vocabulary.conformance.Conformance;
import tw.touchstone.vocabulary.conformance.ConformanceReport;
import tw.touchstone.vocabulary.profile.DatasetRdf;

/// One dataset with two distributions: to RDF, back from it, and against the shapes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RdfLoop {

    private final Dataset dataset = Described.dataset();
    private final Graph graph = DatasetRdf.write(dataset, Iris.LOCAL);
    private final Conformance conformance = Conformance.load();

    @Benchmark
    public Graph write() {
        return DatasetRdf.write(dataset, Iris.LOCAL);
    }

    @Benchmark
    public Dataset read() {
        return DatasetRdf.read(graph, dataset.id(), Iris.LOCAL);
    }

    @Benchmark
    public ConformanceReport check() {
        return conformance.check(graph);
    }
}
