package tw.touchstone.bench.scenario;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The parts of a run, in the order they are measured; the last ones change the catalogue.
public enum Part {
    INSPECT,
    JUDGING,
    RELEVANCE,
    COUNT,
    ROWS,
    START,
    IMPORT,
    SEARCH,
    PAGES,
    DOWNLOAD,
    HARVEST,
    REGISTRATION;

    /// The name on the command line and in the table.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The part of this name.
    public static Optional<Part> ofCode(String code) {
        return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
    }

    /// All names, for people.
    public static String codes() {
        return Arrays.stream(values()).map(Part::code).collect(Collectors.joining(", "));
    }
}
