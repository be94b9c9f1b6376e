package tw.touchstone.inspection.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.text.Findings.Spot;
import tw.touchstone.model.fact.Place;

/// Turns byte offsets into lines and columns, by reading the file once more: only files with findings pay.
final class Places {

    private static final int LONGEST_LINE = 1 << 20;

    private Places() {}

    /// @param spots in order of their offsets
    static List<Place> of(ByteSource source, List<Spot> spots, Charset charset) throws IOException {
        if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
            return wide(source, spots, charset);
        }
        var places = new ArrayList<Place>();
        var line = new ByteArrayOutputStream();
        try (var in = new BufferedInputStream(Channels.newInputStream(source.open()), 1 << 16)) {
            long offset = 0;
            long number = 1;
            int previous = -1;
            for (var spot : spots) {
                while (offset < spot.offset()) {
                    int next = in.read();
                    boolean newLine = next == '\n' || previous == '\r';
                    if (newLine) {
                        line.reset();
                        number++;
                    }
                    if (next != '\n' && line.size() < LONGEST_LINE) {
                        line.write(next);
                    }
                    // The CR of a CRLF ends nothing; its LF does.
                    previous = next == '\r' && peekIsLf(in) ? -1 : next;
                    offset++;
                }
                int column = new String(line.toByteArray(), charset).length() + 1;
                boolean afterCr = previous == '\r';
                places.add(new Place(afterCr ? number + 1 : number, afterCr ? 1 : column, spot.offset(), spot.seen()));
            }
        }
        return places;
    }

    private static List<Place> wide(ByteSource source, List<Spot> spots, Charset charset) throws IOException {
        var places = new ArrayList<Place>();
        boolean little = charset.equals(StandardCharsets.UTF_16LE);
        try (var in = new BufferedInputStream(Channels.newInputStream(source.open()), 1 << 16)) {
            long offset = 0;
            long number = 1;
            int column = 1;
            for (var spot : spots) {
                while (offset < spot.offset()) {
                    int first = in.read();
                    int second = in.read();
                    int unit = little ? second << 8 | first : first << 8 | second;
                    if (unit == '\n') {
                        number++;
                        column = 1;
                    } else if (unit != 0xFEFF || offset > 0) {
                        column++;
                    }
                    offset += 2;
                }
                places.add(new Place(number, column, spot.offset(), spot.seen()));
            }
        }
        return places;
    }

    private static boolean peekIsLf(BufferedInputStream in) throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next == '\n';
    }
}
