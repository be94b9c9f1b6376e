package tw.touchstone.catalog.evaluating;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.following.FollowerNumbers;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Label;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.JsonReading;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Scorer;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.Change;

/// Judges datasets by the stored facts under every policy and keeps each scorecard that says something new.
///
/// The document goes to the archive first, then its index entry to SQL, then the label to the dataset's quality graph.
/// A scorecard equal to the current one writes nothing. Thread-safe.
public final class Evaluations {

    private static final Logger LOG = System.getLogger(Evaluations.class.getName());

    private final CatalogStore store;
    private final Archive archive;
    private final Database database;
    private final Subjects subjects;
    private final ScorecardHistory history;
    private final Scorer scorer;
    private final List<Policy> policies;
    private final String shownPolicy;
    private final Iris iris;
    private final Clock clock;
    private final ReentrantLock evaluating = new ReentrantLock();

    /// The catalogue's evaluations.
    ///
    /// @param policies    judged under all of these
    /// @param shownPolicy identifier of the one whose label is shown first and searched by
    public Evaluations(
            CatalogStore store,
            Archive archive,
            Database database,
            Subjects subjects,
            Scorer scorer,
            List<Policy> policies,
            String shownPolicy,
            Iris iris,
            Clock clock) {
        this.store = store;
        this.archive = archive;
        this.database = database;
        this.subjects = subjects;
        this.history = new ScorecardHistory(database);
        this.scorer = scorer;
        this.policies = List.copyOf(policies);
        this.shownPolicy = shownPolicy;
        this.iris = iris;
        this.clock = clock;
    }

    /// The name under which the position in the change log is kept. It carries everything that all datasets are judged
    /// by, so that a new engine, policy or vocabulary judges the whole log anew at the next start.
    String follower() {
        var parts = Stream.concat(
                Stream.of(Scorer.ENGINE, scorer.reference().digest().hex()),
                policies.stream().map(policy -> policy.digest().hex()));
        var digest = Sha256.of(parts.collect(Collectors.joining(" ")).getBytes(StandardCharsets.US_ASCII));
        return "evaluation-" + digest.hex().substring(0, 16);
    }

    /// The policies in force.
    public List<Policy> policies() {
        return policies;
    }

    /// The policy whose label is shown first and searched by.
    public String shownPolicy() {
        return shownPolicy;
    }

    /// Which scorecards there are and were.
    public ScorecardHistory history() {
        return history;
    }

    /// The current scorecard of a dataset; empty where it was never judged under this policy by this engine.
    public Optional<Scorecard> current(DatasetId dataset, String policy) {
        return document(dataset, policy, Optional.empty()).flatMap(Evaluations::scorecard);
    }

    /// The canonical JSON of the scorecard that is current, or was at an instant.
    public Optional<byte[]> document(DatasetId dataset, String policy, Optional<Instant> asOf) {
        var stored = asOf.isPresent()
                ? history.asOf(dataset, policy, asOf.get())
                : history.current(dataset, policy);
        return stored.flatMap(each -> archive.read(each.scorecard()));
    }

    /// Judges a dataset anew because there are new facts about it; nothing happens where it is not published.
    public void reevaluate(DatasetId dataset) {
        evaluating.lock();
        try {
            // Read under the lock: a state read before it could be judged after a later one, and stand as the current.
            evaluate(store.dataset(dataset).stream().toList(), OptionalLong.empty());
        } finally {
            evaluating.unlock();
        }
    }

    /// Judges datasets and records, in the transaction of the results, how far the change log has been followed.
    void evaluate(Collection<Dataset> datasets, OptionalLong followed) {
        evaluating.lock();
        try {
            var fresh = judge(datasets, clock.instant());
            archive.putAll(fresh.stream().map(Judged::document).toList());
            database.change(sql -> {
                history.record(sql, fresh.stream().map(Judged::stored).toList());
                followed.ifPresent(number -> recordFollowed(sql, number));
            });
            publishLabels(fresh);
        } finally {
            evaluating.unlock();
        }
    }

    private void recordFollowed(Handle sql, long number) {
        FollowerNumbers.write(sql, follower(), number);
    }

    /// A scorecard that differs from the current one, and its canonical JSON.
    @SuppressWarnings("ArrayRecordComponent") // never compared, and written once
    private record Judged(StoredScorecard stored, byte[] document) {}

    /// Judging is pure and most of an import's following, so all processors share it.
    private List<Judged> judge(Collection<Dataset> datasets, Instant now) {
        var current = history.currentOf(
                datasets.stream().map(Dataset::id).toList(),
                policies.stream().map(Policy::id).toList());
        return subjects.of(datasets).parallelStream()
                .flatMap(subject -> scorer.evaluate(policies, subject, now).stream())
                .map(scorecard -> judged(scorecard, now))
                .filter(judged -> isNew(judged.stored(), current))
                .toList();
    }

    private static Judged judged(Scorecard scorecard, Instant now) {
        var document = QualityJson.write(scorecard);
        var stored = new StoredScorecard(
                scorecard.dataset(),
                scorecard.policy().id(),
                now,
                scorecard.award(),
                Sha256.of(document),
                scorecard.validUntil());
        return new Judged(stored, document);
    }

    private static boolean isNew(StoredScorecard judged, Map<String, Map<DatasetId, StoredScorecard>> current) {
        return Optional.ofNullable(current.get(judged.policy()))
                .map(known -> known.get(judged.dataset()))
                .filter(known -> known.scorecard().equals(judged.scorecard()))
                .isEmpty();
    }

    /// Says the labels in the datasets' quality graphs; what was never measured has none.
    private void publishLabels(List<Judged> fresh) {
        Map<DatasetId, Map<String, Label>> changed = new HashMap<>();
        for (var judged : fresh) {
            judged.stored().label().ifPresent(label -> changed.computeIfAbsent(
                            judged.stored().dataset(), _ -> new HashMap<>())
                    .put(judged.stored().policy(), label));
        }
        var changes = new ArrayList<Change>();
        changed.forEach((dataset, labels) -> {
            var current = currentLabels(dataset, labels);
            boolean measured = current.values().stream().anyMatch(label -> label != Label.NONE_UNCHECKED);
            if (measured || store.quality(dataset).isPresent()) {
                changes.add(new Change.PutQuality(dataset, QualityRdf.write(dataset, current, iris)));
            }
        });
        if (!changes.isEmpty()) {
            store.commit(changes);
        }
    }

    private Map<String, Label> currentLabels(DatasetId dataset, Map<String, Label> fresh) {
        var labels = new HashMap<String, Label>();
        for (var policy : policies.stream().filter(Policy::awardsLabels).toList()) {
            Optional.ofNullable(fresh.get(policy.id()))
                    .or(() -> history.current(dataset, policy.id()).flatMap(StoredScorecard::label))
                    .ifPresent(label -> labels.put(policy.id(), label));
        }
        return labels;
    }

    /// A scorecard of another engine is none: the follower is about to judge the dataset anew.
    private static Optional<Scorecard> scorecard(byte[] document) {
        return switch (QualityJson.readScorecard(document)) {
            case JsonReading.Value<Scorecard>(Scorecard scorecard) -> Optional.of(scorecard);
            case JsonReading.Refused<Scorecard> refused -> {
                LOG.log(Level.INFO, () -> "a stored scorecard is not read: " + refused.message());
                yield Optional.empty();
            }
        };
    }
}
