package tw.touchstone.usage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tw.touchstone.model.LangText;

/// What our numbers of views and downloads mean, in words for readers: dated data that stands beside every number.
///
/// It follows the COUNTER Code of Practice, Release 5, in what it counts, in double-clicks and in robots. It is changed
/// together with the code that counts, under a new version.
///
/// @param version of the definition, shown wherever counts are shown
/// @param since   from which day on it is in force
public record UsageDefinition(String version, LocalDate since, List<Clause> clauses) {

    private static final String OURS = "definition.tsv";

    public UsageDefinition {
        clauses = List.copyOf(clauses);
    }

    /// One rule.
    ///
    /// @param id names it in addresses, for example `double-click`
    public record Clause(String id, LangText title, LangText text) {}

    /// The definition that this version of the catalogue counts by.
    public static UsageDefinition ours() {
        try (InputStream in = Objects.requireNonNull(UsageDefinition.class.getResourceAsStream(OURS), OURS)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + OURS, e);
        }
    }

    /// Reads a definition: a line `version`, tab, name, tab, day; then for each clause a line of its identifier, title
    /// and text, both in Chinese and in English, between tabs. Lines that start with `#` are skipped.
    ///
    /// @throws IllegalArgumentException if a line is of another form
    static UsageDefinition parse(String text) {
        var lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
        if (lines.isEmpty() || lines.getFirst().length != 3 || !lines.getFirst()[0].equals("version")) {
            throw new IllegalArgumentException("the definition does not begin with its version");
        }
        var clauses = new ArrayList<Clause>();
        for (var fields : lines.subList(1, lines.size())) {
            if (fields.length != 5) {
                throw new IllegalArgumentException("the clause " + fields[0] + " has not five parts");
            }
            clauses.add(new Clause(fields[0], LangText.of(fields[1], fields[2]), LangText.of(fields[3], fields[4])));
        }
        return new UsageDefinition(lines.getFirst()[1], LocalDate.parse(lines.getFirst()[2]), clauses);
    }
}
