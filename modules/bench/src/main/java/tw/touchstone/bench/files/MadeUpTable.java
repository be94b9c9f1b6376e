package tw.touchstone.bench.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/// Rows of a table of measurements as agencies publish them: codes, names, counties, dates, numbers, remarks, positions;
/// the same for the same number of rows.
public final class MadeUpTable {

    private static final long SEED = 20261125;
    private static final String[] COUNTIES = {"臺北市", "新北市", "桃園市", "臺中市", "臺南市", "高雄市"};
    private static final int BLOCK = 1 << 16;

    private MadeUpTable() {}

    /// Writes so many rows in UTF-8.
    public static void write(OutputStream out, int rows) throws IOException {
        write(out, StandardCharsets.UTF_8, false, Long.MAX_VALUE, rows);
    }

    /// Writes rows until so many bytes are written.
    ///
    /// @param quoted whether every field stands in quotes
    public static void write(OutputStream out, Charset charset, boolean quoted, long bytes) throws IOException {
        write(out, charset, quoted, bytes, Integer.MAX_VALUE);
    }

    private static void write(OutputStream out, Charset charset, boolean quoted, long bytes, int rows) throws IOException {
        var random = new Random(SEED);
        var quote = quoted ? "\"" : "";
        var divided = quote + "," + quote;
        var text = new StringBuilder("測站代碼,測站名稱,縣市,監測日期,測值,備註,經度,緯度\r\n");
        long written = 0;
        for (int i = 0; written < bytes && i < rows; i++) {
            text.append(quote)
                    .append(String.format(Locale.ROOT, "S%07d", i)).append(divided)
                    .append("第").append(i % 977).append("監測站").append(divided)
                    .append(COUNTIES[i % COUNTIES.length]).append(divided)
                    .append("2026-").append(i % 3 + 10).append('-').append(i % 18 + 10).append(divided)
                    .append(random.nextInt(500)).append('.').append(random.nextInt(10)).append(divided)
                    .append(i % 5 == 0 ? "儀器校正中，僅供參考" : "").append(divided)
                    .append(120_200_000 + random.nextInt(1_000_000)).insert(text.length() - 6, '.').append(divided)
                    .append(22_500_000 + random.nextInt(2_000_000)).insert(text.length() - 6, '.')
                    .append(quote).append("\r\n");
            if (text.length() > Math.min(BLOCK, bytes / 2)) {
                written += flush(text, out, charset);
            }
        }
        flush(text, out, charset);
    }

    private static int flush(StringBuilder text, OutputStream out, Charset charset) throws IOException {
        var bytes = text.toString().getBytes(charset);
        out.write(bytes);
        text.setLength(0);
        return bytes.length;
    }
}
