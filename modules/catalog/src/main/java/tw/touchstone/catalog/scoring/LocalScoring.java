package tw.touchstone.catalog.scoring;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.catalog.References;
import tw.touchstone.catalog.evaluating.HeldBytes;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.quality.Bundle;
import tw.touchstone.quality.DistributionFacts;
import tw.touchstone.quality.InputDocuments;
import tw.touchstone.quality.NationalVerdict;
import tw.touchstone.quality.Observations;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Scorer;
import tw.touchstone.quality.Subject;
import tw.touchstone.quality.rules.Rules;
import tw.touchstone.vocabulary.Vocabularies;

/// Scores described files. Links are not asked and neighbours are not looked at: unless recorded observations are there,
/// they are not measured.
public final class LocalScoring {

    private final LocalSubjects subjects;
    private final Inspector inspector = new Inspector();
    private final Scorer scorer;
    private final List<Policy> policies = PolicyFiles.load();

    public LocalScoring(Vocabularies vocabularies) {
        this.subjects = new LocalSubjects(vocabularies);
        this.scorer = Rules.scorer(References.of(vocabularies));
    }

    /// The policies that everything is scored under, in the order of the scorecards.
    public List<Policy> policies() {
        return policies;
    }

    /// Scores a data file with its description beside it, a folder of them, or a catalogue with its files.
    ///
    /// @param asOf the instant at which timeliness is judged
    public ScoringOutcome score(Path path, Instant asOf) {
        return switch (subjects.at(path)) {
            case LocalSubjects.Found.Nothing nothing -> new ScoringOutcome.Unusable(nothing.message());
            case LocalSubjects.Found.Described described ->
                new ScoringOutcome.Scored(described.subjects().stream()
                        .map(subject -> score(subject, asOf))
                        .toList());
        };
    }

    private ScoredDataset score(LocalSubject local, Instant asOf) {
        var unread = new ArrayList<String>();
        var facts = new HashMap<DistributionId, DistributionFacts>();
        for (var distribution : local.dataset().distributions()) {
            var id = distribution.id();
            var bytes = Optional.ofNullable(local.files().get(id)).flatMap(file -> inspect(file, unread));
            if (!local.files().containsKey(id)) {
                unread.add(id + ": there is no file for it here");
            }
            var observed = local.observations().of(id);
            var link = observed.flatMap(Observations.Observed::link).or(() -> held(distribution, bytes));
            facts.put(id, new DistributionFacts(bytes, link, observed.flatMap(Observations.Observed::changed)));
        }
        var subject = new Subject(local.dataset(), local.observations().own(), facts);
        var judgement = scorer.judge(policies, subject, asOf);
        var scorecards = judgement.scorecards();
        return new ScoredDataset(
                local.dataset(),
                scorecards,
                judgement.documents(),
                NationalVerdict.of(scorecards.getFirst(), subject),
                unread);
    }

    /// A scorecard with everything it was computed from, see [Bundle].
    public byte[] bundle(ScoredDataset scored, Scorecard scorecard, Instant asOf) {
        var documents = new TreeMap<>(InputDocuments.of(scorer.reference()));
        documents.putAll(scored.inputs());
        return Bundle.write(
                QualityJson.write(scorecard), Policy.canonical(PolicyFiles.text(scorecard.policy().id())), asOf, documents);
    }

    /// A file that the catalogue holds itself needs no request, here as there: it is the one that was declared.
    private static Optional<LinkStanding> held(Distribution distribution, Optional<ByteFacts> bytes) {
        return OwnDescription.holder(distribution)
                .filter(iris -> HeldBytes.are(distribution, iris))
                .filter(_ -> bytes.map(ByteFacts::digest).equals(distribution.checksum()))
                .map(iris -> HeldBytes.standing(distribution, iris));
    }

    private Optional<ByteFacts> inspect(Path file, List<String> unread) {
        return switch (inspector.inspect(file)) {
            case Inspection.Inspected inspected -> Optional.of(inspected.facts());
            case Inspection.NotInspected not -> {
                unread.add(file.getFileName() + ": " + not.reason());
                yield Optional.empty();
            }
        };
    }
}
