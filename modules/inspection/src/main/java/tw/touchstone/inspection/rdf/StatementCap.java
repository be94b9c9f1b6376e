package tw.touchstone.inspection.rdf;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tw.touchstone.model.fact.Extent;

/// Ends a text in which no statement ends for very long, since the parser keeps a literal whole in memory, or in which too
/// much stands in one another.
final class StatementCap extends FilterInputStream {

    private static final int BYTES = 8 << 20;
    private static final int DEPTH = 500;

    private final Statements statements;
    private final boolean nested;
    private long read;
    private long readAtLast;
    private long countAtLast;
    private final Nesting nesting = new Nesting();
    private Optional<Extent> stopped = Optional.empty();
    private Optional<IOException> failure = Optional.empty();

    /// @param nested whether the syntax is one in which things stand in one another by brackets
    StatementCap(InputStream in, Statements statements, boolean nested) {
        super(in);
        this.statements = statements;
        this.nested = nested;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (statements.count() != countAtLast) {
            countAtLast = statements.count();
            readAtLast = read;
        }
        if (read - readAtLast > BYTES) {
            stopped = Optional.of(new Extent.Partial("statement-bytes", BYTES));
        }
        if (stopped.isPresent()) {
            return -1;
        }
        try {
            int count = in.read(buffer, offset, length);
            int kept = shallow(buffer, offset, count);
            read += Math.max(0, kept);
            return kept == 0 && count > 0 ? -1 : kept;
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /// How many of the bytes stand before the first that is too deep.
    private int shallow(byte[] buffer, int offset, int count) {
        for (int i = 0; i < count && nested; i++) {
            if (nesting.accept(buffer[offset + i] & 0xFF) > DEPTH) {
                stopped = Optional.of(new Extent.Partial("depth", DEPTH));
                return i;
            }
        }
        return count;
    }

    /// The cap, where one ended the text.
    Optional<Extent> stoppedAt() {
        return stopped;
    }

    /// Why the bytes could not be read.
    Optional<IOException> failure() {
        return failure;
    }
}
