package tw.touchstone.cli;

import java.io.PrintWriter;
import java.util.List;

/// Prints cells below each other on a terminal, where Han characters are two wide.
final class AlignedColumns {

    private static final int WIDEST = 32;

    private AlignedColumns() {}

    static void print(List<List<String>> rows, String indent, PrintWriter out) {
        var widths = new int[rows.getFirst().size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.clamp(width(cut(row.get(i))), widths[i], WIDEST);
            }
        }
        for (var row : rows) {
            var line = new StringBuilder(indent);
            for (int i = 0; i < widths.length; i++) {
                boolean last = i == widths.length - 1;
                var cell = FactsPrinter.visible(last ? row.get(i) : cut(row.get(i)));
                line.append(cell);
                if (!last) {
                    line.append(" ".repeat(Math.max(0, widths[i] - width(cell)) + 2));
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String cut(String cell) {
        if (width(cell) <= WIDEST) {
            return cell;
        }
        var text = new StringBuilder();
        int used = 0;
        for (int c : cell.codePoints().toArray()) {
            used += width(c);
            if (used >= WIDEST) {
                break;
            }
            text.appendCodePoint(c);
        }
        return text.append('…').toString();
    }

    static int width(String text) {
        return text.codePoints().map(AlignedColumns::width).sum();
    }

    private static int width(int c) {
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE4F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
