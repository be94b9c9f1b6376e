package tw.touchstone.catalog.mending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.KnownTerms;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Subject;
import tw.touchstone.vocabulary.NationalTerms;

/// Finds what can be mended in a dataset: from checks that failed and from stored facts, never from a guess.
///
/// Pure: looks at no file.
final class Proposals {

    /// The names under which the national portal's free texts are kept.
    private static final String FREQUENCY = "更新頻率";

    private static final String LICENCE = "授權方式";

    private final NationalTerms national;
    private final KnownTerms known;

    Proposals(NationalTerms national, KnownTerms known) {
        this.national = national;
        this.known = known;
    }

    /// What can be mended, distribution by distribution, the dataset as a whole last.
    ///
    /// @param held whether we hold the file of a distribution, so that it can be written anew
    List<Proposal> of(Subject subject, List<Scorecard> scorecards, Predicate<Distribution> held) {
        var failures = new Failures(scorecards);
        var proposals = new ArrayList<Proposal>();
        for (var distribution : subject.dataset().distributions()) {
            subject.factsOf(distribution.id()).bytes().ifPresent(facts -> {
                if (held.test(distribution)) {
                    proposals.addAll(FileProposals.of(distribution, facts, failures));
                }
                proposals.addAll(DeclarationProposals.of(distribution, facts, failures, held.test(distribution)));
            });
        }
        frequency(subject.dataset()).ifPresent(proposals::add);
        licence(subject.dataset(), failures).ifPresent(proposals::add);
        return proposals;
    }

    private Optional<Proposal> frequency(Dataset dataset) {
        return Optional.ofNullable(dataset.nationalFields().get(FREQUENCY))
                .filter(_ -> dataset.frequency().isEmpty())
                .flatMap(text -> national.frequency(text)
                        .map(frequency -> new Proposal(
                                new MetadataFix.FrequencyTerm(text, frequency),
                                Ground.oddity(
                                        LangText.of("更新頻率只有文字：" + text, "the update frequency is text alone: " + text),
                                        LangText.of("更新頻率的代碼 " + frequency.code(), "the term " + frequency.code())))));
    }

    private Optional<Proposal> licence(Dataset dataset, Failures failures) {
        var unknown = dataset.distributions().stream()
                .filter(each -> each.licence().filter(known::isLicence).isEmpty())
                .toList();
        var texts = Stream.concat(
                unknown.stream().flatMap(each -> text(each).stream()),
                Optional.ofNullable(dataset.nationalFields().get(LICENCE)).stream());
        return unknown.isEmpty()
                ? Optional.empty()
                : texts.distinct()
                        .flatMap(text -> national.licence(text)
                                .map(licence -> new Proposal(
                                        new MetadataFix.LicenceTerm(text, licence, ids(unknown)),
                                        Ground.oddity(
                                                        LangText.of("授權方式只有文字：" + text, "the licence is text alone: " + text),
                                                        LangText.of("授權清單中的授權", "a licence of the list"))
                                                .failing(failures.first(
                                                        unknown.getFirst().id(),
                                                        Metric.MQA_LICENCE_AVAILABILITY,
                                                        Metric.MQA_KNOWN_LICENCE))))
                                .stream())
                        .findFirst();
    }

    /// What a distribution says in words: its own national field, or a licence that no list knows by this address.
    private static Optional<String> text(Distribution distribution) {
        return Optional.ofNullable(distribution.nationalFields().get(LICENCE))
                .or(() -> distribution.licence().map(Object::toString));
    }

    private static List<DistributionId> ids(List<Distribution> distributions) {
        return distributions.stream().map(Distribution::id).toList();
    }
}
