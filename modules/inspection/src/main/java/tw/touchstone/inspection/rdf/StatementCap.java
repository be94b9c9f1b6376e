package tw.touchstone.inspection.rdf;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tw.touchstone.model.fact.Extent;

/// Ends a text in which no statement ends for very long: the parser keeps a literal whole in memory.
final class StatementCap extends FilterInputStream {

    private static final int BYTES = 8 << 20;

    private final Statements statements;
    private long read;
    private long readAtLast;
    private long countAtLast;
    private boolean stopped;
    private Optional<IOException> failure = Optional.empty();

    StatementCap(InputStream in, Statements statements) {
        super(in);
        this.statements = statements;
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
            stopped = true;
            return -1;
        }
        try {
            int count = in.read(buffer, offset, length);
            read += Math.max(0, count);
            return count;
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /// The cap, where it ended the text.
    Optional<Extent> stoppedAt() {
        return stopped ? Optional.of(new Extent.Partial("statement-bytes", BYTES)) : Optional.empty();
    }

    /// Why the bytes could not be read.
    Optional<IOException> failure() {
        return failure;
    }
}
