package tw.touchstone.catalog.evaluating;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.corpus.Corpus;
import tw.touchstone.catalog.evaluating.Judge.Judged;
import tw.touchstone.catalog.evaluating.Judge.Verdicts;
import tw.touchstone.catalog.following.FollowerNumbers;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.InputDocuments;
import tw.touchstone.quality.JsonReading;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Scorer;
import tw.touchstone.quality.Subject;
import tw.touchstone.store.CatalogStore;

/// Judges datasets by the stored facts under every policy and keeps each scorecard that says something new.
///
/// The document goes to the archive first, together with the documents it was computed from; then its index entry to
/// SQL, then labels and the shown grade to the dataset's quality graph. A scorecard equal to the current one writes
/// nothing. Thread-safe.
public final class Evaluations {

    private static final Logger LOG = System.getLogger(Evaluations.class.getName());

    /// So many datasets are judged under one hold of the lock, and said in one transaction of the store.
    private static final int BATCH = 500;

    private final CatalogStore store;
    private final Archive archive;
    private final Database database;
    private final Subjects subjects;
    private final ScorecardHistory history;
    private final RuleFaults faults;
    private final Scorer scorer;
    private final PolicyShelf policies;
    private final Corpus corpus;
    private final QualityGraphs graphs;
    private final String follower;
    private final String shownPolicy;
    private final String shownGrades;
    private final Clock clock;
    private final ReentrantLock evaluating = new ReentrantLock();
    private volatile TurnWatch watch = TurnWatch.NOBODY;

    /// The catalogue's evaluations.
    ///
    /// @param policies    judged under all that are in force when it is asked
    /// @param shownPolicy identifier of the one whose label is shown first and searched by
    /// @param shownGrades identifier of the one whose grade is shown beside it and searched by
    public Evaluations(
            CatalogStore store,
            Archive archive,
            Database database,
            Subjects subjects,
            Scorer scorer,
            PolicyShelf policies,
            Corpus corpus,
            String shownPolicy,
            String shownGrades,
            Iris iris,
            Clock clock) {
        this.store = store;
        this.archive = archive;
        this.database = database;
        this.subjects = subjects;
        this.history = new ScorecardHistory(database);
        this.faults = new RuleFaults(database);
        this.scorer = scorer;
        this.policies = policies;
        this.corpus = corpus;
        this.graphs = new QualityGraphs(store, policies, shownGrades, iris);
        this.follower = follower(scorer, policies.shipped());
        this.shownPolicy = shownPolicy;
        this.shownGrades = shownGrades;
        this.clock = clock;
        archive.putAll(InputDocuments.of(scorer.reference()));
    }

    /// The name under which the position in the change log is kept. It carries everything that all datasets are judged
    /// by, so that a new engine, policy or vocabulary judges the whole log anew at the next start. Policies that are
    /// adopted meanwhile are not in it: they have a sweep of their own.
    private static String follower(Scorer scorer, List<Policy> policies) {
        var parts = Stream.concat(
                        Stream.of(Scorer.ENGINE, scorer.reference().digest().hex()),
                        policies.stream().map(policy -> policy.digest().hex()))
                .toList();
        var digest = Sha256.of(String.join(" ", parts).getBytes(StandardCharsets.US_ASCII));
        return "evaluation-" + digest.hex().substring(0, 16);
    }

    String follower() {
        return follower;
    }

    /// The policies in force.
    public List<Policy> policies() {
        return policies.inForce();
    }

    /// The policy whose label is shown first and searched by.
    public String shownPolicy() {
        return shownPolicy;
    }

    /// The policy whose grade is shown beside that label and searched by.
    public String shownGrades() {
        return shownGrades;
    }

    /// Rules that broke while they judged.
    public RuleFaults faults() {
        return faults;
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
        return stored(dataset, policy, asOf).flatMap(each -> archive.read(each.scorecard()));
    }

    /// The index entry of the scorecard that is current, or was at an instant.
    public Optional<StoredScorecard> stored(DatasetId dataset, String policy, Optional<Instant> asOf) {
        return asOf.isPresent() ? history.asOf(dataset, policy, asOf.get()) : history.current(dataset, policy);
    }

    /// The scorecard behind an index entry; empty where another engine made it.
    public Optional<Scorecard> scorecard(StoredScorecard stored) {
        return archive.read(stored.scorecard()).flatMap(Evaluations::scorecard);
    }

    /// Has awards that become others looked at; before anything is judged.
    public void watchedBy(TurnWatch other) {
        watch = other;
    }

    /// A dataset, published or not, with what is known of it.
    public Subject subject(Dataset dataset, Unpublished more) {
        return subjects.of(List.of(dataset), more).getFirst();
    }

    /// Judges a subject as it would be judged if it were published now; nothing is stored.
    ///
    /// @param wanted policies in force, see [#policies]
    public List<Scorecard> preview(List<Policy> wanted, Subject subject) {
        return scorer.evaluate(wanted, subject, clock.instant());
    }

    /// Judges a dataset anew because there are new facts about it, and has those judged later that name its files as
    /// their sources; nothing happens where it is not published.
    public void observed(DatasetId dataset) {
        reevaluate(List.of(dataset), _ -> true, published -> corpus.heard(published.stream()
                .flatMap(each -> each.distributions().stream())
                .flatMap(each -> each.url().stream())
                .toList()));
    }

    /// Judges datasets anew, those of them that are published.
    public void reevaluate(List<DatasetId> datasets) {
        reevaluate(datasets, _ -> true, _ -> Evaluations::nothing);
    }

    private void reevaluate(
            List<DatasetId> datasets, Predicate<Policy> under, Function<List<Dataset>, Consumer<Handle>> beside) {
        evaluating.lock();
        try {
            // Read under the lock: a state read before it could be judged after a later one, and stand as the current.
            var published = datasets.parallelStream()
                    .flatMap(id -> store.dataset(id).stream())
                    .toList();
            graphs.publish(evaluate(published, under, beside.apply(published)));
        } finally {
            evaluating.unlock();
        }
    }

    /// Judges everything anew under some policies, batch by batch, so that what is published meanwhile need not wait for
    /// the end.
    ///
    /// @param under    identifiers of the policies
    /// @param progress told after each batch how many datasets are judged
    public void reevaluateAll(Set<String> under, LongConsumer progress) {
        var all = history.judged();
        for (int from = 0; from < all.size(); from += BATCH) {
            int to = Math.min(all.size(), from + BATCH);
            reevaluate(all.subList(from, to), policy -> under.contains(policy.id()), _ -> Evaluations::nothing);
            progress.accept(to);
        }
    }

    /// Judges what changed and records, in the transaction of the results, what was learnt from it of others and how far
    /// the change log has been followed.
    ///
    /// @param came whose standing as a source changed
    /// @param gone what is not published any more
    void evaluate(
            Collection<Dataset> datasets, Collection<DatasetId> came, Collection<DatasetId> gone, long followed) {
        evaluating.lock();
        try {
            var learnt = corpus.learn(datasets, came, gone);
            var verdicts = evaluate(
                    datasets,
                    _ -> true,
                    learnt.andThen(sql -> FollowerNumbers.write(sql, follower, followed)));
            graphs.publish(verdicts.stream().filter(each -> !each.fresh().isEmpty()).toList());
        } catch (RuntimeException e) {
            // What the corpus learnt stands in memory, and may not stand in SQL.
            corpus.readAgain();
            throw e;
        } finally {
            evaluating.unlock();
        }
    }

    private List<Verdicts> evaluate(
            Collection<Dataset> datasets, Predicate<Policy> under, Consumer<Handle> beside) {
        var verdicts = judge(datasets, policies.inForce().stream().filter(under).toList());
        var fresh = verdicts.stream().flatMap(each -> each.fresh().stream()).toList();
        archive.putAll(documents(verdicts));
        var turns = verdicts.stream().flatMap(each -> each.turns().stream()).toList();
        var seen = turns.isEmpty() ? TurnWatch.NOBODY.seen(turns) : watch.seen(turns);
        database.change(sql -> {
            history.record(sql, fresh.stream().map(Judged::stored).toList());
            faults.record(sql, fresh);
            seen.accept(sql);
            beside.accept(sql);
        });
        return verdicts;
    }

    private static void nothing(Handle sql) {}

    private List<Verdicts> judge(Collection<Dataset> datasets, List<Policy> under) {
        // As exact as SQL keeps it, so that the instant in the index is the one that was judged for.
        var judge = new Judge(scorer, under, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var known = subjects.of(datasets);
        var current = history.currentOf(datasets.stream().map(Dataset::id).toList());
        var work = known.size() > 1 ? known.parallelStream() : known.stream();
        return work.map(subject -> judge.judge(
                        subject, current.getOrDefault(subject.dataset().id(), Map.of())))
                .toList();
    }

    private static Map<Sha256, byte[]> documents(List<Verdicts> verdicts) {
        var documents = new LinkedHashMap<Sha256, byte[]>();
        for (var each : verdicts) {
            documents.putAll(each.inputs());
            each.fresh().forEach(judged -> documents.put(judged.stored().scorecard(), judged.document()));
        }
        return documents;
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
