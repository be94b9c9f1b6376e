package tw.touchstone.inspection.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/// Fails at the end of a member that does not match its checksum.
final class CheckedMember extends FilterInputStream {

    private final CRC32 found = new CRC32();
    private final long stated;

    /// @param stated CRC-32; -1 where none is
    CheckedMember(InputStream in, long stated) {
        super(in);
        this.stated = stated;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            found.update(buffer, offset, count);
        } else if (count < 0 && stated >= 0 && found.getValue() != stated) {
            throw new IOException("the checksum is %08x, not %08x".formatted(found.getValue(), stated));
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
