package tw.touchstone.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.bench.scenario.Part;

/// What the arguments of `touchstone bench` ask for.
sealed interface Arguments {

    int DATASETS = 37_000;

    String USAGE = """
            touchstone bench [--catalogue FILE | --datasets N] [--only PART,...] [--port P] [--out FILE.md]
            touchstone bench jmh [REGEX] [options of JMH]

              --catalogue FILE  a national catalogue export to import; without it one is made up
              --datasets N      rows of the made-up export (default 37000)
              --only PART,...   some of: inspect, judging, relevance, count, start, import, search, pages,
                                download, harvest, registration; relevance without a catalogue asks our own corpus only
              --port P          of the server (default: a free one)
              --out FILE.md     write the table there as well, and the answers to judged queries beside it as JSON

            Measures a server of its own in a temporary home; a run with 37,000 datasets takes some minutes.
            """;

    /// Measure from outside.
    record Scenarios(Optional<Path> catalogue, int datasets, Set<Part> only, int port, Optional<Path> out)
            implements Arguments {
        public Scenarios {
            only = Set.copyOf(only);
        }
    }

    /// Measure inner loops.
    ///
    /// @param options as JMH reads them
    record Loops(List<String> options) implements Arguments {
        public Loops {
            options = List.copyOf(options);
        }
    }

    /// Say how this is used.
    record Help() implements Arguments {}

    /// They ask for what there is not.
    ///
    /// @param message what is wrong, in one sentence
    record NotUnderstood(String message) implements Arguments {}

    /// Reads arguments written `--name value` or `--name=value`.
    static Arguments read(List<String> arguments) {
        if (!arguments.isEmpty() && arguments.getFirst().equals("jmh")) {
            return new Loops(arguments.subList(1, arguments.size()));
        }
        var catalogue = Optional.<Path>empty();
        var out = Optional.<Path>empty();
        int datasets = DATASETS;
        int port = 0;
        Set<Part> only = EnumSet.allOf(Part.class);
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.equals("--help") || argument.equals("-h")) {
                return new Help();
            }
            int sign = argument.indexOf('=');
            var name = sign < 0 ? argument : argument.substring(0, sign);
            if (sign < 0 && i + 1 == arguments.size()) {
                return new NotUnderstood(argument + " needs a value, or is no option");
            }
            var value = sign < 0 ? arguments.get(++i) : argument.substring(sign + 1);
            switch (name) {
                case "--catalogue" -> catalogue = Optional.of(Path.of(value));
                case "--out" -> out = Optional.of(Path.of(value));
                case "--datasets" -> {
                    if (!value.matches("[1-9][0-9]{0,6}")) {
                        return new NotUnderstood("--datasets takes a number from 1 to 9999999, not " + value);
                    }
                    datasets = Integer.parseInt(value);
                }
                case "--port" -> {
                    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
                        return new NotUnderstood("--port takes a number from 0 to 65535, not " + value);
                    }
                    port = Integer.parseInt(value);
                }
                case "--only" -> {
                    only = EnumSet.noneOf(Part.class);
                    for (var code : value.split(",", -1)) {
                        var part = Part.ofCode(code);
                        if (part.isEmpty()) {
                            return new NotUnderstood("--only takes some of " + Part.codes() + ", not '" + code + "'");
                        }
                        only.add(part.get());
                    }
                }
                default -> {
                    return new NotUnderstood(name + " is no option of bench");
                }
            }
        }
        if (catalogue.isPresent() && !Files.isRegularFile(catalogue.get())) {
            return new NotUnderstood(catalogue.get() + " is not a file that can be read");
        }
        return new Scenarios(catalogue, datasets, only, port, out);
    }
}
