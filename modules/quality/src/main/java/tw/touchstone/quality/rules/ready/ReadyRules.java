package tw.touchstone.quality.rules.ready;

import java.util.List;
import tw.touchstone.quality.Check;
import tw.touchstone.quality.Check.OfDataset;
import tw.touchstone.quality.Check.OfDistribution;

/// The AI-Ready indicators, and where each finds its fact.
public final class ReadyRules {

    public static final List<Check<?, ?>> ALL = List.of(
            new OfDistribution<>(new ReachableRule(), Reached::of),
            Check.ofDataset(new TitleRule()),
            Check.ofDataset(new DescriptionRule()),
            Check.ofDataset(new ResponsibleRule()),
            Check.ofDataset(new LineageRule()),
            Check.ofDataset(new IdentityRule()),
            Check.ofDistribution(new OpenLicenceRule()),
            Check.ofDataset(new ContactRule()),
            Check.ofDataset(new CitationRule()),
            Check.ofDataset(new CollectionRule()),
            Check.ofDataset(new CollectionTypeRule()),
            Check.ofDataset(new ActivityRule()),
            Check.ofDataset(new ProcessingRule()),
            new OfDistribution<>(new MissingValuesRule(), Opened::of),
            new OfDataset<>(new PeriodRule(), StatedPeriod::of),
            new OfDistribution<>(new PeriodMatchRule(), Opened::of),
            Check.ofDataset(new CollectionTimeRule()),
            new OfDistribution<>(new FreshRule(), Freshness::of),
            Check.ofDataset(new TimeResolutionRule()),
            Check.ofDataset(new RegionRule()),
            new OfDistribution<>(new RegionMatchRule(), Opened::of),
            new OfDistribution<>(new ReferenceSystemRule(), Opened::of),
            Check.ofDataset(new SpaceResolutionRule()),
            Check.ofDataset(new TypeRule()),
            new OfDistribution<>(new FormatMatchRule(), Opened::of),
            new OfDistribution<>(new DictionaryRule(), Opened::of),
            new OfDistribution<>(new ValidRowsRule(), Opened::of),
            new OfDistribution<>(new KeyRule(), Opened::of),
            Check.ofDistribution(new UnitsRule()),
            new OfDistribution<>(new TidyTextRule(), Opened::of),
            Check.ofDataset(new BiasRule()),
            new OfDistribution<>(new GroupsRule(), Opened::of),
            Check.ofDataset(new LimitationsRule()),
            new OfDistribution<>(new PersonalDataRule(), Opened::of),
            Check.ofDataset(new PurposeRule()),
            new OfDistribution<>(new ChecksumRule(), Opened::of),
            new OfDistribution<>(new CroissantRule(), Opened::of),
            Check.ofDataset(new VersionRule()),
            Check.ofDataset(new MaintenanceRule()));

    private ReadyRules() {}
}
