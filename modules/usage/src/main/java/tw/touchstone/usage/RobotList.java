package tw.touchstone.usage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Which products are robots and which are machines, as dated data: a new list restates all history.
///
/// @param version  names the list wherever counts are shown, for example `2026-11`
/// @param robots   products in lower case; what names itself a crawler (`…bot`, `…spider`) is a robot without being listed
/// @param machines products in lower case
public record RobotList(String version, Set<String> robots, Set<String> machines) {

    private static final String OURS = "robots.tsv";
    private static final Pattern SELF_DECLARED = Pattern.compile(".*(bot|crawler|spider)");

    public RobotList {
        robots = Set.copyOf(robots);
        machines = Set.copyOf(machines);
    }

    /// The list that comes with this version of the catalogue.
    public static RobotList ours() {
        try (InputStream in = Objects.requireNonNull(RobotList.class.getResourceAsStream(OURS), OURS)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + OURS, e);
        }
    }

    /// Reads a list: a line `version`, tab, name; then lines `robot` or `machine`, tab, product, tab, remark. Empty
    /// lines and lines that start with `#` are skipped.
    ///
    /// @throws IllegalArgumentException if a line is of another form or the version is missing, with the line's number
    public static RobotList parse(String text) {
        var robots = new HashSet<String>();
        var machines = new HashSet<String>();
        String version = "";
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var fields = line.split("\t", -1);
            String value = fields.length < 2 ? "" : fields[1].toLowerCase(Locale.ROOT);
            switch (fields[0] + (value.isEmpty() ? "?" : "")) {
                case "version" -> version = value;
                case "robot" -> robots.add(value);
                case "machine" -> machines.add(value);
                default ->
                    throw new IllegalArgumentException(
                            "line %d of the robot list is neither version, robot nor machine with a value".formatted(number));
            }
        }
        if (version.isEmpty()) {
            throw new IllegalArgumentException("the robot list has no version");
        }
        return new RobotList(version, robots, machines);
    }

    /// What acts behind a product token. An unknown product is a machine: browsers are few and known, scripts are not.
    public Agent agent(String product) {
        String name = product.toLowerCase(Locale.ROOT);
        if (robots.contains(name) || SELF_DECLARED.matcher(name).matches()) {
            return Agent.ROBOT;
        }
        return !machines.contains(name) && ProductToken.isBrowser(product) ? Agent.HUMAN : Agent.MACHINE;
    }

    /// What acts behind an event by this list. Where the list sees no robot, the decision at the time stands, unless
    /// that was "robot" by an older list.
    Agent restate(UsageEvent event) {
        var agent = agent(event.product());
        return agent == Agent.ROBOT || event.agent() == Agent.ROBOT ? agent : event.agent();
    }
}
