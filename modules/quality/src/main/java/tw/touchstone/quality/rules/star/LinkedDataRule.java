package tw.touchstone.quality.rules.star;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.ValueCount;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// Five stars: the data points to data of others, on another host than its own. That the pointer resolves is not asked.
final class LinkedDataRule implements QualityRule<OpenedFile> {

    private static final LangText EXPECTED =
            LangText.of("至少一個指向他人資料的 IRI", "at least one IRI of somebody else's data");

    @Override
    public Metric metric() {
        return Metric.STAR_5;
    }

    @Override
    public Outcome evaluate(OpenedFile file) {
        var own = file.declared().url().map(LinkedDataRule::host).orElse("");
        var others = Stream.concat(CodedColumns.of(file).lists().stream(), values(file))
                .filter(iri -> !host(iri).isEmpty() && !host(iri).equals(own))
                .map(Texts::shortened)
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            var seen = Texts.around("指向：", "points to: ", Texts.names(others), "", "");
            return Outcome.passed(others.size(), new Finding(seen, EXPECTED));
        }
        if (NamedThingsRule.RDF.contains(file.bytes().format())) {
            return new NotMeasured(Cause.NOT_YET, LangText.of("尚不能讀取 RDF 內的 IRI", "IRIs inside RDF are not read yet"));
        }
        var seen = LangText.of("沒有指向他處的 IRI", "no IRI that points elsewhere");
        return new Failed(new Evidence(1, 1, new Finding(seen, EXPECTED), List.of()));
    }

    /// The most frequent values of columns that hold addresses.
    private static Stream<URI> values(OpenedFile file) {
        var columns =
                switch (file.bytes().content()) {
                    case Content.Tables(var tables) ->
                        tables.stream().flatMap(table -> table.columns().stream());
                    case Content.Tree(var profile) ->
                        profile.fields().stream().map(FieldPresence::values).flatMap(Optional::stream);
                    default -> Stream.<ColumnProfile>empty();
                };
        return columns.filter(column -> column.count(ValueForm.URL) > 0)
                .flatMap(column -> column.top().stream())
                .map(ValueCount::value)
                .flatMap(value -> parse(value).stream());
    }

    private static Optional<URI> parse(String value) {
        try {
            return Optional.of(new URI(value));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String host(URI iri) {
        return Optional.ofNullable(iri.getHost()).orElse("");
    }
}
