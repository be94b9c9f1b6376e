package tw.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full, or nearly, is told of and harms nothing.
class FullDiskIT {

    private static final Quad FIRST = quad("first");
    private static final Quad SECOND = quad("second");

    @TempDir
    private Path folder;

    @Test
    void writesOnlyWhereThereIsRoomAndReadsAlways() {
        var roomy = Generation.open(folder.resolve("store"));
        roomy.write(() -> add(roomy, FIRST));
        roomy.leave();

        var full = Generation.open(folder.resolve("store"), Long.MAX_VALUE);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> full.write(() -> add(full, SECOND)))
                .withMessageContaining("MB are left on the disk of " + folder.resolve("store"));
        assertThat(full.<Boolean>read(store -> store.contains(FIRST))).isTrue();
        assertThat(full.<Boolean>read(store -> store.contains(SECOND))).isFalse();
        full.leave();
    }

    /// What the JVM throws where a page of a mapped file does not find its place on the disk.
    @Test
    void aFaultInMappedMemoryUndoesTheTransactionAndTheNextOneWorks() {
        var generation = Generation.open(folder.resolve("store"));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> generation.write(() -> {
                    add(generation, FIRST);
                    throw new InternalError("a fault occurred in an unsafe memory access operation");
                }))
                .withMessageContaining("the disk of");
        assertThat(generation.<Boolean>read(store -> store.contains(FIRST))).isFalse();

        generation.write(() -> add(generation, SECOND));
        assertThat(generation.<Boolean>read(store -> store.contains(SECOND))).isTrue();
        generation.leave();
    }

    private static boolean add(Generation generation, Quad quad) {
        generation.store().add(quad);
        return true;
    }

    private static Quad quad(String name) {
        var node = NodeFactory.createURI("https://data.example.tw/" + name);
        return Quad.create(node, node, node, node);
    }
}
