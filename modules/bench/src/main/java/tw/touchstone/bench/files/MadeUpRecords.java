package tw.touchstone.bench.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The rows of [MadeUpTable] as records of a tree, the way catalogues hand them out.
final class MadeUpRecords {

    private MadeUpRecords() {}

    /// An array of objects in an envelope, numbers as numbers.
    static byte[] json(String table) {
        var names = names(table);
        return rows(table)
                .map(row -> IntStream.range(0, names.size())
                        .mapToObj(i -> isNumber(i) ? "\"%s\":%s".formatted(names.get(i), row.get(i)) : "\"%s\":\"%s\"".formatted(names.get(i), row.get(i)))
                        .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining(",\n", "{\"success\":true,\"result\":{\"records\":[", "]}}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// An element for each row, and in it one for each value.
    static byte[] xml(String table) {
        var names = names(table);
        return rows(table)
                .map(row -> IntStream.range(0, names.size())
                        .mapToObj(i -> "<%1$s>%2$s</%1$s>".formatted(names.get(i), row.get(i)))
                        .collect(Collectors.joining("", "<測站>", "</測站>")))
                .collect(Collectors.joining("\n", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<清單>\n", "\n</清單>\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isNumber(int column) {
        return column == 4 || column >= 6;
    }

    private static List<String> names(String table) {
        return List.of(table.substring(0, table.indexOf('\r')).split(",", -1));
    }

    private static Stream<List<String>> rows(String table) {
        return table.lines().skip(1).map(line -> List.of(line.split(",", -1)));
    }
}
