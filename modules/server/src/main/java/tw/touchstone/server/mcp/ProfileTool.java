package tw.touchstone.server.mcp;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.rows.KeptTables;
import tw.touchstone.server.rows.Profiles;
import tw.touchstone.server.signin.SignedIn;

/// Says what stands in the columns of a distribution.
@Component
class ProfileTool implements CatalogueTool {

    private final KeptTables tables;
    private final Profiles profiles;
    private final Sources sources;

    ProfileTool(KeptTables tables, Profiles profiles, Sources sources) {
        this.tables = tables;
        this.profiles = profiles;
        this.sources = sources;
    }

    /// What stands in the columns.
    record Profiled(Profiles.Profile profile, Source source) {}

    @Override
    public String name() {
        return "profile_columns";
    }

    @Override
    public String title() {
        return "Profile columns";
    }

    @Override
    public String description() {
        return "What stands in each column of each table of a distribution: type, filled and blank cells, distinct values, least "
                + "and greatest, days, the most frequent values and forms. Also of files elsewhere that were looked at. Ask before "
                + "query_rows, which takes these names of columns.";
    }

    @Override
    public Inputs inputs() {
        return Inputs.none()
                .required("id", "identifier of a distribution, as get_dataset has it, such as 41568-1")
                .number("table", 1, Integer.MAX_VALUE, "only this table, counted from 1");
    }

    @Override
    public Class<? extends Record> output() {
        return Profiled.class;
    }

    @Override
    public Answer call(Arguments arguments, Optional<SignedIn> who) {
        var found = tables.distribution(arguments.required("id"));
        var whole = profiles.of(found.distribution());
        var profile = arguments.parameters()
                .number("table", 1, Integer.MAX_VALUE)
                .map(number -> only(whole, number))
                .orElse(whole);
        var source = sources.of(found.dataset(), found.distribution());
        var words = "%d tables with %d columns, from %s of %s. %s"
                .formatted(
                        profile.tables().size(),
                        profile.tables().stream().mapToInt(each -> each.columns().size()).sum(),
                        profile.complete() ? "all" : "the beginning",
                        profile.distribution(),
                        source.words());
        return new Answer(words, new Profiled(profile, source));
    }

    private static Profiles.Profile only(Profiles.Profile whole, long number) {
        var wanted = whole.tables().stream().filter(each -> each.table() == number).toList();
        if (wanted.isEmpty()) {
            throw Problem.badField("table", "the file has %d tables, counted from 1".formatted(whole.tables().size()));
        }
        return new Profiles.Profile(
                whole.distribution(),
                whole.file(),
                whole.size(),
                whole.format(),
                whole.encoding(),
                whole.inspector(),
                whole.complete(),
                wanted);
    }
}
