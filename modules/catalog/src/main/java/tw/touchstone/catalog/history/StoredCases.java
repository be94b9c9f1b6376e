package tw.touchstone.catalog.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Bundle;
import tw.touchstone.quality.InputDocuments;
import tw.touchstone.quality.InputDocuments.Rebuilding;
import tw.touchstone.quality.JsonReading;
import tw.touchstone.quality.Observations;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.PolicyReading;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.quality.Scorecard;

/// Brings back from the archive what scorecards were computed from. Thread-safe.
public final class StoredCases {

    private final Archive archive;

    /// There are few texts of policies, and each is read for every scorecard under it.
    private final Map<Sha256, Policy> policies = new ConcurrentHashMap<>();

    public StoredCases(Archive archive) {
        this.archive = archive;
    }

    /// What came of bringing a case back.
    sealed interface Found {
        record Whole(Case found, Scorecard scorecard) implements Found {}

        /// The archive holds it in a form that this version does not read, or has lost a part.
        record Unreadable(String reason) implements Found {}
    }

    /// Everything that a scorecard was computed from, as a [Bundle]; empty where a part of it is not kept.
    public Optional<byte[]> bundle(StoredScorecard stored) {
        var document = archive.read(stored.scorecard());
        return document.flatMap(bytes -> switch (QualityJson.readScorecard(bytes)) {
            case JsonReading.Value<Scorecard>(Scorecard scorecard) -> bundle(scorecard, bytes, stored.evaluatedAt());
            case JsonReading.Refused<Scorecard> _ -> Optional.empty();
        });
    }

    private Optional<byte[]> bundle(Scorecard scorecard, byte[] document, Instant asOf) {
        var documents = new TreeMap<Sha256, byte[]>();
        for (var digest : InputDocuments.digests(scorecard.inputs())) {
            archive.read(digest).ifPresent(bytes -> documents.put(digest, bytes));
        }
        boolean whole = documents.size() == InputDocuments.digests(scorecard.inputs()).size();
        return archive.read(scorecard.policy().digest())
                .filter(_ -> whole)
                .map(policy -> Bundle.write(document, policy, asOf, documents));
    }

    /// What was observed of the dataset that a scorecard was computed from, for the offline kit; empty where a part of it
    /// is not kept.
    public Optional<byte[]> observations(StoredScorecard stored) {
        return find(stored) instanceof Found.Whole(Case found, Scorecard _)
                ? Optional.of(QualityJson.write(Observations.of(found.subject())))
                : Optional.empty();
    }

    Found find(StoredScorecard stored) {
        var document = archive.read(stored.scorecard());
        if (document.isEmpty()) {
            return new Found.Unreadable("the scorecard is not kept");
        }
        return switch (QualityJson.readScorecard(document.get())) {
            case JsonReading.Refused<Scorecard> refused -> new Found.Unreadable(refused.message());
            case JsonReading.Value<Scorecard>(Scorecard scorecard) -> find(scorecard, stored.evaluatedAt());
        };
    }

    private Found find(Scorecard scorecard, Instant asOf) {
        var policy = policy(scorecard.policy().digest());
        if (policy.isEmpty()) {
            return new Found.Unreadable("the text of the policy is not kept, or is of another form");
        }
        return switch (InputDocuments.read(scorecard.inputs(), archive::read)) {
            case Rebuilding.NotRebuilt not -> new Found.Unreadable(not.document() + ": " + not.reason());
            case Rebuilding.Rebuilt rebuilt ->
                new Found.Whole(new Case(policy.get(), rebuilt.reference(), rebuilt.subject(), asOf), scorecard);
        };
    }

    private Optional<Policy> policy(Sha256 digest) {
        var known = Optional.ofNullable(policies.get(digest));
        return known.or(() -> archive.read(digest)
                .map(bytes -> Policy.read(new String(bytes, StandardCharsets.UTF_8)))
                .flatMap(reading -> switch (reading) {
                    case Policy policy -> {
                        policies.put(digest, policy);
                        yield Optional.of(policy);
                    }
                    case PolicyReading.Refused _ -> Optional.empty();
                }));
    }
}
