package tw.touchstone.quality.rules.mqa;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.quality.Check;
import tw.touchstone.quality.Check.OfDataset;
import tw.touchstone.quality.Check.OfDistribution;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Question;

/// The rules of the metadata quality assessment of data.europa.eu, and where each finds its fact.
public final class MqaRules {

    public static final List<Check<?, ?>> ALL = List.of(
            new OfDataset<>(new KeywordAvailabilityRule(), MqaRules::dataset),
            new OfDataset<>(new CategoryAvailabilityRule(), MqaRules::dataset),
            new OfDataset<>(new SpatialAvailabilityRule(), MqaRules::dataset),
            new OfDataset<>(new TemporalAvailabilityRule(), MqaRules::dataset),
            new OfDistribution<>(new AccessUrlStatusCodeRule(), Address::access),
            new OfDistribution<>(new DownloadUrlAvailabilityRule(), MqaRules::distribution),
            new OfDistribution<>(new DownloadUrlStatusCodeRule(), Address::download),
            new OfDistribution<>(new FormatAvailabilityRule(), MqaRules::distribution),
            new OfDistribution<>(new MediaTypeAvailabilityRule(), MqaRules::distribution),
            new OfDistribution<>(new FormatMediaTypeVocabularyAlignmentRule(), DeclaredFormat::of),
            new OfDistribution<>(new FormatMediaTypeNonProprietaryRule(), DeclaredFormat::of),
            new OfDistribution<>(new FormatMediaTypeMachineInterpretableRule(), DeclaredFormat::of),
            new OfDataset<>(new DcatApComplianceRule(), MqaRules::dataset),
            new OfDistribution<>(new LicenceAvailabilityRule(), MqaRules::distribution),
            Check.ofDistribution(new KnownLicenceRule()),
            new OfDataset<>(new AccessRightsAvailabilityRule(), MqaRules::dataset),
            Check.ofDataset(new AccessRightsVocabularyAlignmentRule()),
            new OfDataset<>(new ContactPointAvailabilityRule(), MqaRules::dataset),
            new OfDataset<>(new PublisherAvailabilityRule(), MqaRules::dataset),
            new OfDistribution<>(new RightsAvailabilityRule(), MqaRules::distribution),
            new OfDistribution<>(new ByteSizeAvailabilityRule(), MqaRules::distribution),
            new OfDistribution<>(new DateIssuedAvailabilityRule(), MqaRules::distribution),
            new OfDistribution<>(new DateModifiedAvailabilityRule(), MqaRules::distribution));

    private MqaRules() {}

    private static Optional<Dataset> dataset(DatasetQuestion question) {
        return Optional.of(question.dataset());
    }

    private static Optional<Distribution> distribution(Question question) {
        return Optional.of(question.distribution());
    }
}
