package tw.touchstone.quality.rules.label;

import java.util.List;
import java.util.Optional;
import tw.touchstone.quality.Check;
import tw.touchstone.quality.Check.OfDataset;
import tw.touchstone.quality.Check.OfDistribution;
import tw.touchstone.quality.RiskRule;
import tw.touchstone.quality.rules.reading.Obtained;
import tw.touchstone.quality.rules.reading.StandingLink;

/// The rules of the label, and where each finds its fact.
public final class LabelRules {

    public static final List<Check<?, ?>> ALL = List.of(
            new OfDistribution<>(new LinkableRule(), StandingLink::of),
            new OfDistribution<>(new DownloadableRule(), Obtained::of),
            new OfDistribution<>(new StructureRule(), Structured::of),
            new OfDistribution<>(new CsvRule(), question -> question.facts().bytes()),
            new OfDistribution<>(new EncodingMatchRule(), Obtained::of),
            new OfDistribution<>(new DescMatchRule(), Obtained::of),
            new OfDistribution<>(new TimelyRule(), question -> Optional.of(Promise.of(question))),
            new OfDistribution<>(new TimelyObservedRule(), question -> Optional.of(ObservedPromise.of(question))),
            new OfDataset<>(new ReplyTimeRule(), Correspondence::of),
            new OfDistribution<>(new StandardFieldsRule(), NamedColumns::of),
            new OfDistribution<>(new StandardValuesRule(), StandardColumns::of));

    /// What puts a label at risk.
    public static final List<RiskRule> RISKS = List.of(
            new LateUpdate(),
            new UndecidedLink(),
            new PartlyRead(),
            new ConstantStandardField(),
            new EmptyColumn(),
            new ListOfLinks(),
            new MergedHeader(),
            new RocDates());

    private LabelRules() {}
}
