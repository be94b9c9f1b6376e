package tw.touchstone.catalog.mending;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import tw.touchstone.model.LangText;

/// Takes the byte order mark of UTF-8 from the beginning of a file, or puts it there.
final class ByteOrderMark {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private ByteOrderMark() {}

    static void drop(InputStream from, OutputStream to) throws IOException, Unwritable {
        if (!Arrays.equals(from.readNBytes(MARK.length), MARK)) {
            throw new Unwritable(LangText.of("檔案開頭沒有 BOM", "the file does not begin with a byte order mark"));
        }
        from.transferTo(to);
    }

    static void add(InputStream from, OutputStream to) throws IOException, Unwritable {
        var head = from.readNBytes(MARK.length);
        if (Arrays.equals(head, MARK)) {
            throw new Unwritable(LangText.of("檔案開頭已有 BOM", "the file begins with a byte order mark"));
        }
        to.write(MARK);
        to.write(head);
        from.transferTo(to);
    }
}
