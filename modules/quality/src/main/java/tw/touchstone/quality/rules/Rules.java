package tw.touchstone.quality.rules;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.StandardField;
import tw.touchstone.quality.Check;
import tw.touchstone.quality.Scorer;
import tw.touchstone.quality.Standards;

/// Every rule there is, with where it finds its fact.
public final class Rules {

    /// One check for each metric.
    public static final List<Check<?>> ALL = List.of(
            new Check<>(new LinkableRule(), question -> question.facts().link()),
            new Check<>(new DownloadableRule(), Obtained::of),
            new Check<>(new StructureRule(), Structured::of),
            new Check<>(new CsvRule(), question -> question.facts().bytes()),
            new Check<>(new EncodingMatchRule(), Obtained::of),
            new Check<>(new DescMatchRule(), Obtained::of),
            new Check<>(new TimelyRule(), question -> Optional.of(Promise.of(question))),
            new Check<>(new StandardFieldsRule(), NamedColumns::of));

    private Rules() {}

    /// A scorer that knows every rule.
    public static Scorer scorer(List<StandardField> standards) {
        return new Scorer(ALL, new Standards(standards));
    }
}
