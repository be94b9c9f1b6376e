package tw.touchstone.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tw.touchstone.archive.Archive;
import tw.touchstone.archive.DirectoryArchive;
import tw.touchstone.catalog.agencies.AgencyAdministration;
import tw.touchstone.catalog.audit.AuditLog;
import tw.touchstone.catalog.evaluating.EvaluationStep;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.evaluating.Subjects;
import tw.touchstone.catalog.finding.IndexStep;
import tw.touchstone.catalog.following.ChangeFollower;
import tw.touchstone.catalog.following.Handover;
import tw.touchstone.catalog.importing.CatalogueImport;
import tw.touchstone.catalog.inspecting.FactsIndex;
import tw.touchstone.catalog.inspecting.Inspections;
import tw.touchstone.catalog.inspecting.LinkHistory;
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
import tw.touchstone.catalog.notices.DailyDigest;
import tw.touchstone.catalog.notices.Notices;
import tw.touchstone.catalog.publishing.CatalogTerms;
import tw.touchstone.catalog.publishing.Commits;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.catalog.publishing.RetiredNumbers;
import tw.touchstone.catalog.samples.Samples;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.fetch.FetchLimits;
import tw.touchstone.fetch.Fetcher;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.inspection.LinkInspector;
import tw.touchstone.quality.rules.Rules;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Synonyms;
import tw.touchstone.store.Change;
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

    private static final String SHOWN_POLICY = "label-114";

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
    private final Inspections inspections;
    private final Publishing publishing;
    private final CatalogTerms terms;
    private final CatalogueImport imports;
    private final ChangeFollower follower;
    private final JobQueue jobs;

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

        var facts = new FactsIndex(database, archive);
        var history = new LinkHistory(database, archive);
        evaluations = new Evaluations(
                store,
                archive,
                database,
                new Subjects(facts, history, settings.iris()),
                Rules.scorer(References.of(vocabularies)),
                PolicyFiles.load(),
                SHOWN_POLICY,
                settings.iris(),
                clock);
        var handover = new Handover();
        follower = new ChangeFollower(
                store,
                List.of(
                        new EvaluationStep(store, handover, evaluations, database),
                        new IndexStep(
                                store, handover, evaluations.history(), search, usage, vocabularies, SHOWN_POLICY),
                        agencyTree));
        jobs = new JobQueue(database, clock);
        outbox = new Outbox(database, jobs, settings.mail(), clock);
        links = new AccountLinks(database, accounts, clock);
        letters = new AccountLetters(
                accounts, links, outbox, jobs, audit, settings.iris().base());
        notices = new Notices(database, clock);
        inspections = inspections(facts, history, jobs, follower, clock);
        var runner = new JobRunner(
                jobs,
                Map.of(
                        Inspections.JOB,
                        inspections::inspectLinks,
                        Outbox.JOB,
                        outbox::deliver,
                        AccountLetters.JOB,
                        letters::answer),
                settings.jobThreads());
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
        imports = new CatalogueImport(
                store, handover, follower, retired, conformance, vocabularies, settings.iris(), clock);

        agencies = new AgencyAdministration(database, store, follower, agencyTree, audit, clock);
        introduceAgencies();
        jobs.recover();
        outbox.deliverSoon();
        opening(follower).start();
        opening(runner).start();
        opening(new DailyDigest(database, accounts, outbox, settings.iris().base(), clock))
                .start();
    }

    private Inspections inspections(
            FactsIndex facts, LinkHistory history, JobQueue jobs, ChangeFollower follower, Clock clock) {
        var inspector = new Inspector();
        var agent = "Touchstone/0.1 (+" + settings.iris().base() + ")";
        var fetcher = opening(settings.allowLoopback() ? Fetcher.withLoopback(agent) : Fetcher.identifiedAs(agent));
        return new Inspections(
                store,
                archive,
                facts,
                history,
                inspector,
                new LinkInspector(fetcher, inspector, FetchLimits.STANDARD, clock),
                jobs,
                settings.home().incoming(),
                settings.iris(),
                settings.checkLinks(),
                dataset -> {
                    evaluations.reevaluate(dataset);
                    follower.announce(store.lastNumber());
                });
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

    public Inspections inspections() {
        return inspections;
    }

    public Publishing publishing() {
        return publishing;
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
