package tw.touchstone.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tw.touchstone.archive.Archive;
import tw.touchstone.archive.DirectoryArchive;
import tw.touchstone.catalog.agencies.AgencyAdministration;
import tw.touchstone.catalog.audit.AuditLog;
import tw.touchstone.catalog.certificates.Certificates;
import tw.touchstone.catalog.certificates.SigningKeys;
import tw.touchstone.catalog.evaluating.EvaluationStep;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.evaluating.Subjects;
import tw.touchstone.catalog.finding.IndexStep;
import tw.touchstone.catalog.following.ChangeFollower;
import tw.touchstone.catalog.following.ChangeStep;
import tw.touchstone.catalog.following.Handover;
import tw.touchstone.catalog.following.ParkedChanges;
import tw.touchstone.catalog.history.QualityHistory;
import tw.touchstone.catalog.history.StoredCases;
import tw.touchstone.catalog.importing.CatalogueImport;
import tw.touchstone.catalog.inspecting.FactsIndex;
import tw.touchstone.catalog.inspecting.Inspections;
import tw.touchstone.catalog.inspecting.LinkChecking;
import tw.touchstone.catalog.inspecting.LinkChecks;
import tw.touchstone.catalog.inspecting.LinkHistory;
import tw.touchstone.catalog.inspecting.LinkStep;
import tw.touchstone.catalog.inspecting.Reinspections;
import tw.touchstone.catalog.inspecting.Scratch;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.jobs.JobRunner;
import tw.touchstone.catalog.mail.Outbox;
import tw.touchstone.catalog.members.AccountLetters;
import tw.touchstone.catalog.members.AccountLinks;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.AgencyTree;
import tw.touchstone.catalog.members.ApiTokens;
import tw.touchstone.catalog.members.HomeKey;
import tw.touchstone.catalog.members.OidcIdentities;
import tw.touchstone.catalog.members.SecondFactors;
import tw.touchstone.catalog.members.Sessions;
import tw.touchstone.catalog.members.SignInThrottle;
import tw.touchstone.catalog.members.Throttle;
import tw.touchstone.catalog.mending.Mending;
import tw.touchstone.catalog.notices.DailyDigest;
import tw.touchstone.catalog.notices.Notices;
import tw.touchstone.catalog.policies.AdoptionSweep;
import tw.touchstone.catalog.policies.Policies;
import tw.touchstone.catalog.policies.Simulation;
import tw.touchstone.catalog.policies.Timekeeper;
import tw.touchstone.catalog.previewing.Previews;
import tw.touchstone.catalog.publishing.CatalogTerms;
import tw.touchstone.catalog.publishing.Commits;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.catalog.publishing.RetiredNumbers;
import tw.touchstone.catalog.samples.Samples;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.fetch.FetchLimits;
import tw.touchstone.fetch.FetchSettings;
import tw.touchstone.fetch.Fetcher;
import tw.touchstone.fetch.Trust;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.inspection.link.LinkInspector;
import tw.touchstone.inspection.link.RobotsReader;
import tw.touchstone.catalog.watching.FallNotices;
import tw.touchstone.model.DatasetId;
import tw.touchstone.quality.rules.Rules;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Synonyms;
import tw.touchstone.store.Change;
import tw.touchstone.store.DatasetState;
import tw.touchstone.store.GroupCommit;
import tw.touchstone.store.TdbStore;
import tw.touchstone.usage.LoggedUsage;
import tw.touchstone.usage.RobotList;
import tw.touchstone.usage.Usage;
import tw.touchstone.vocabulary.Vocabularies;
import tw.touchstone.vocabulary.conformance.Conformance;

/// One open home with everything that can be done with it: the application without a face.
///
/// Main flow: [Publishing] commits metadata to the store; [ChangeFollower] carries each change through
/// [EvaluationStep] and [IndexStep]; [Inspections] gather facts, whose arrival makes [Evaluations] judge anew.
/// Thread-safe; closed once.
public final class Catalog implements AutoCloseable {

    /// Identifier of the policy whose label is shown first and searched by.
    public static final String SHOWN_POLICY = "label-114";

    /// Identifier of the policy whose grade is shown beside that label and searched by.
    public static final String SHOWN_GRADES = "ai-ready-1";

    /// A host that takes longer is asked again another time; half an hour is enough for 2 GiB at 1.2 MB/s.
    private static final FetchLimits LINK_LIMITS = FetchLimits.STANDARD.withTotal(Duration.ofMinutes(30));

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final CatalogSettings settings;
    private final Vocabularies vocabularies = Vocabularies.load();
    private final Conformance conformance = Conformance.load();
    private final Database database;
    private final TdbStore store;
    private final Archive archive;
    private final CatalogSearch search;
    private final Usage usage;
    private final Accounts accounts;
    private final ApiTokens tokens;
    private final AgencyTree agencyTree;
    private final OidcIdentities identities;
    private final Sessions sessions;
    private final HomeKey homeKey;
    private final SecondFactors secondFactors;
    private final Throttle throttle;
    private final SignInThrottle signInThrottle;
    private final AuditLog audit;
    private final Outbox outbox;
    private final AccountLinks links;
    private final AccountLetters letters;
    private final Notices notices;
    private final AgencyAdministration agencies;
    private final Evaluations evaluations;
    private final LinkHistory linkHistory;
    private final LinkChecks linkChecks;
    private final Inspections inspections;
    private final Publishing publishing;
    private final Previews previews;
    private final Mending mending;
    private final CatalogTerms terms;
    private final CatalogueImport imports;
    private final ParkedChanges parked;
    private final ChangeFollower follower;
    private final JobQueue jobs;
    private final Policies policies;
    private final StoredCases cases;
    private final QualityHistory qualityHistory;
    private final Simulation simulation;
    private final Certificates certificates;
    private final Timekeeper timekeeper;

    /// Opens a home, creating it where it is missing, and begins to follow and to work.
    public static CatalogOpening open(CatalogSettings settings, Clock clock) {
        var home = settings.home();
        var hold = home.hold();
        if (hold.isEmpty()) {
            return new CatalogOpening.HomeInUse(home.folder());
        }
        var recorded = home.recordedBase();
        if (recorded.isPresent() && !recorded.get().equals(settings.iris().base())) {
            hold.get().close();
            return new CatalogOpening.OtherBase(home.folder(), recorded.get());
        }
        if (recorded.isEmpty()) {
            home.recordBase(settings.iris().base());
        }
        return new CatalogOpening.Opened(new Catalog(settings, hold.get(), clock));
    }

    private Catalog(CatalogSettings settings, Home.Hold hold, Clock clock) {
        this.settings = settings;
        var home = settings.home();
        opening(hold);
        database = opening(Database.open(home.database()));
        archive = opening(DirectoryArchive.open(home.archive()));
        store = opening(TdbStore.open(home.store(), settings.iris(), clock));
        search = opening(CatalogSearch.open(home.index(), Synonyms.NONE));
        usage = opening(LoggedUsage.open(home.usage(), RobotList.ours(), clock));
        agencyTree = new AgencyTree(database, store, vocabularies.agencies());
        accounts = new Accounts(database, agencyTree, clock);
        tokens = new ApiTokens(database, accounts, agencyTree, clock);
        identities = new OidcIdentities(database, accounts, clock);
        sessions = new Sessions(database, clock);
        homeKey = HomeKey.open(home.key());
        secondFactors = new SecondFactors(database, homeKey, clock);
        throttle = new Throttle(database, clock);
        signInThrottle = new SignInThrottle(throttle, database, clock);
        audit = new AuditLog(database, clock);
        terms = new CatalogTerms(vocabularies, store, settings.iris());

        var fetcher = opening(fetcher());
        var scratch = new Scratch(home.incoming());
        var reference = References.of(vocabularies);
        var facts = new FactsIndex(database, archive);
        linkHistory = new LinkHistory(database, archive);
        var subjects = new Subjects(store, facts, linkHistory, settings.iris());
        var scorer = Rules.scorer(reference);
        policies = new Policies(database, archive, PolicyFiles.texts(), clock);
        evaluations = new Evaluations(
                store,
                archive,
                database,
                subjects,
                scorer,
                policies,
                SHOWN_POLICY,
                SHOWN_GRADES,
                settings.iris(),
                clock);
        cases = new StoredCases(archive);
        qualityHistory = new QualityHistory(evaluations.history(), cases);
        simulation = new Simulation(
                store, subjects, evaluations.history(), scorer, policies, SHOWN_POLICY, clock);
        var signingKeys = SigningKeys.open(settings.signingKeys().orElse(home.signingKeys()), clock);
        certificates = new Certificates(signingKeys, this::held, settings.iris(), clock);
        var handover = new Handover();
        parked = new ParkedChanges(database, clock);
        jobs = new JobQueue(database, clock);
        outbox = new Outbox(database, jobs, settings.mail(), clock);
        links = new AccountLinks(database, accounts, clock);
        letters = new AccountLetters(
                accounts, links, outbox, jobs, audit, settings.iris().base());
        notices = new Notices(database, clock);
        evaluations.watchedBy(
                new FallNotices(policies::inForce, evaluations.history(), qualityHistory, accounts, notices));
        linkChecks = linkChecks(facts, fetcher, scratch, clock);
        inspections = new Inspections(archive, facts, new Inspector(), linkChecks, home.incoming());
        follower = new ChangeFollower(store, steps(handover), parked);
        var runner = new JobRunner(
                jobs, Map.of(Outbox.JOB, outbox::deliver, AccountLetters.JOB, letters::answer), settings.jobThreads());
        // Apart from the others: a slow host must not keep a letter waiting.
        var linkRunner = new JobRunner(
                jobs, Map.of(LinkChecks.JOB, linkChecks::check), settings.links().threads());
        var again = new Reinspections(
                facts, archive, jobs, inspections::facts, store::datasetsWith, this::observed);
        // On a thread of its own: it may take hours after a new inspector came.
        var inspectionRunner = new JobRunner(jobs, Map.of(Reinspections.JOB, again::inspect), 1);
        var commits = opening(new GroupCommit(store));
        var retired = new RetiredNumbers(database);
        publishing = new Publishing(
                store,
                new Commits(commits, handover, follower),
                archive,
                inspections,
                conformance,
                retired,
                settings.iris(),
                settings.uploadLimit(),
                audit,
                clock);
        previews = new Previews(
                publishing,
                evaluations,
                inspections,
                linkHistory,
                archive,
                conformance,
                new LinkInspector(fetcher, new Inspector(), Previews.LIMITS, clock),
                settings.links(),
                scratch,
                settings.iris(),
                settings.uploadLimit());
        mending = new Mending(
                store,
                archive,
                database,
                publishing,
                evaluations,
                facts,
                vocabularies.nationalTerms(),
                reference.terms(),
                scratch,
                settings.uploadLimit(),
                clock);
        imports = new CatalogueImport(
                store, handover, follower, retired, conformance, vocabularies, settings.iris(), clock);

        agencies = new AgencyAdministration(database, store, follower, agencyTree, audit, clock);
        introduceAgencies();
        jobs.recover();
        outbox.deliverSoon();
        opening(follower).start();
        opening(runner).start();
        again.resume();
        opening(inspectionRunner).start();
        opening(linkRunner);
        if (settings.links().which() != LinkChecking.NONE) {
            linkChecks.resume();
            linkRunner.start();
        }
        opening(new DailyDigest(database, accounts, outbox, settings.iris().base(), clock))
                .start();
        timekeeper = opening(new Timekeeper(
                evaluations,
                policies,
                new AdoptionSweep(policies, evaluations),
                () -> follower.announce(store.lastNumber()),
                clock));
        timekeeper.start();
    }

    /// What a published dataset holds now under a policy.
    private Optional<Certificates.Held> held(DatasetId dataset, String policy) {
        return Optional.of(dataset)
                .filter(id -> store.state(id) instanceof DatasetState.Published)
                .flatMap(id -> evaluations.history().current(id, policy))
                .flatMap(stored -> evaluations
                        .scorecard(stored)
                        .map(scorecard -> new Certificates.Held(stored, scorecard.policy())));
    }

    private Fetcher fetcher() {
        var agent = "Touchstone/0.1 (+" + settings.iris().base() + ")";
        var trust = settings.links().roots().map(Trust::standardAnd).orElseGet(Trust::standard);
        return new Fetcher(FetchSettings.of(agent)
                .loopback(settings.links().loopback())
                .trusting(trust));
    }

    private LinkChecks linkChecks(FactsIndex facts, Fetcher fetcher, Scratch scratch, Clock clock) {
        return new LinkChecks(
                database,
                linkHistory,
                facts,
                new LinkInspector(fetcher, new Inspector(), LINK_LIMITS, clock),
                new RobotsReader(fetcher, clock),
                jobs,
                scratch,
                settings.iris(),
                settings.links(),
                store::dataset,
                this::observed,
                RandomGenerator.getDefault(),
                clock);
    }

    private void observed(DatasetId dataset) {
        evaluations.reevaluate(dataset);
        follower.announce(store.lastNumber());
    }

    private List<ChangeStep> steps(Handover handover) {
        var steps = new ArrayList<ChangeStep>(List.of(
                new EvaluationStep(store, handover, evaluations, database),
                new IndexStep(
                        store, handover, evaluations.history(), search, usage, vocabularies, SHOWN_POLICY, SHOWN_GRADES),
                agencyTree));
        if (settings.links().which() == LinkChecking.ALL) {
            steps.add(new LinkStep(store, linkChecks, database));
        }
        return steps;
    }

    private <T extends AutoCloseable> T opening(T resource) {
        opened.add(resource);
        return resource;
    }

    /// Known agencies stand in the store from the beginning, so that their names are at hand wherever they are named.
    private void introduceAgencies() {
        List<Change> unknown = vocabularies.agencies().all().stream()
                .filter(agency -> store.agency(agency.id()).isEmpty())
                .<Change>map(Change.PutAgency::new)
                .toList();
        if (!unknown.isEmpty()) {
            store.commit(unknown);
        }
    }

    public CatalogSettings settings() {
        return settings;
    }

    public Vocabularies vocabularies() {
        return vocabularies;
    }

    public Conformance conformance() {
        return conformance;
    }

    public TdbStore store() {
        return store;
    }

    public Archive archive() {
        return archive;
    }

    public CatalogSearch search() {
        return search;
    }

    public Usage usage() {
        return usage;
    }

    public Accounts accounts() {
        return accounts;
    }

    public ApiTokens tokens() {
        return tokens;
    }

    public AgencyTree agencyTree() {
        return agencyTree;
    }

    public AgencyAdministration agencies() {
        return agencies;
    }

    public OidcIdentities identities() {
        return identities;
    }

    public Sessions sessions() {
        return sessions;
    }

    public HomeKey homeKey() {
        return homeKey;
    }

    public SecondFactors secondFactors() {
        return secondFactors;
    }

    public Throttle throttle() {
        return throttle;
    }

    public SignInThrottle signInThrottle() {
        return signInThrottle;
    }

    public Outbox outbox() {
        return outbox;
    }

    public AccountLinks links() {
        return links;
    }

    public AccountLetters letters() {
        return letters;
    }

    public Notices notices() {
        return notices;
    }

    public AuditLog audit() {
        return audit;
    }

    public Evaluations evaluations() {
        return evaluations;
    }

    /// The policies in force and those to come.
    public Policies policies() {
        return policies;
    }

    /// What scorecards were computed from.
    public StoredCases cases() {
        return cases;
    }

    /// Why awards changed.
    public QualityHistory qualityHistory() {
        return qualityHistory;
    }

    /// Tries policies that are not in force.
    public Simulation simulation() {
        return simulation;
    }

    public Certificates certificates() {
        return certificates;
    }

    /// Does what only time brings about.
    public Timekeeper timekeeper() {
        return timekeeper;
    }

    public Inspections inspections() {
        return inspections;
    }

    public LinkHistory linkHistory() {
        return linkHistory;
    }

    public Publishing publishing() {
        return publishing;
    }

    /// What drafts would be judged.
    public Previews previews() {
        return previews;
    }

    /// What a machine can mend.
    public Mending mending() {
        return mending;
    }

    public CatalogTerms terms() {
        return terms;
    }

    public CatalogueImport imports() {
        return imports;
    }

    public JobQueue jobs() {
        return jobs;
    }

    /// The number of the change up to which everything is scored and searchable.
    public long followed() {
        return follower.followed();
    }

    /// Waits until everything that was committed is scored and searchable; false where that took too long.
    public boolean awaitFollowed(Duration atMost) throws InterruptedException {
        return follower.await(store.lastNumber(), atMost);
    }

    /// Whether scoring or indexing fails at present, so that changes wait.
    public boolean isFollowingTroubled() {
        return follower.isTroubled();
    }

    /// Changes that could not be scored or indexed and were left behind.
    public ParkedChanges parked() {
        return parked;
    }

    public Samples samples() {
        return new Samples(publishing, terms);
    }

    /// Lets what is under way end, writes everything down and lets go of the home, in the reverse order of opening.
    @Override
    public void close() {
        var failures = new ArrayList<Exception>();
        var toClose = new ArrayList<>(opened);
        Collections.reverse(toClose);
        for (var resource : toClose) {
            try {
                resource.close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            var first = new IllegalStateException("the catalogue did not close cleanly", failures.getFirst());
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
