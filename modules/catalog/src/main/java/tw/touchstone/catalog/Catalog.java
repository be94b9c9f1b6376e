package tw.touchstone.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.agencies.AgencyAdministration;
import tw.touchstone.catalog.counting.GroupKeeper;
import tw.touchstone.catalog.evaluating.EvaluationStep;
import tw.touchstone.catalog.finding.IndexStep;
import tw.touchstone.catalog.following.ChangeFollower;
import tw.touchstone.catalog.following.ChangeStep;
import tw.touchstone.catalog.following.Handover;
import tw.touchstone.catalog.following.ParkedChanges;
import tw.touchstone.catalog.importing.CatalogueImport;
import tw.touchstone.catalog.importing.ImportJobs;
import tw.touchstone.catalog.inspecting.FactsIndex;
import tw.touchstone.catalog.inspecting.Inspections;
import tw.touchstone.catalog.inspecting.LinkChecking;
import tw.touchstone.catalog.inspecting.LinkHistory;
import tw.touchstone.catalog.inspecting.LinkStep;
import tw.touchstone.catalog.inspecting.Scratch;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.jobs.JobRunner;
import tw.touchstone.catalog.mending.Mending;
import tw.touchstone.catalog.policies.Timekeeper;
import tw.touchstone.catalog.previewing.Previews;
import tw.touchstone.catalog.publishing.CatalogTerms;
import tw.touchstone.catalog.publishing.Commits;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.catalog.publishing.RetiredNumbers;
import tw.touchstone.catalog.rows.Rows;
import tw.touchstone.catalog.samples.Samples;
import tw.touchstone.model.DatasetId;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.store.Change;
import tw.touchstone.store.GroupCommit;
import tw.touchstone.store.TdbStore;
import tw.touchstone.usage.Usage;
import tw.touchstone.vocabulary.Vocabularies;
import tw.touchstone.vocabulary.conformance.Conformance;

/// One open home with everything that can be done with it: the application without a face.
///
/// Main flow: [Publishing] commits metadata to the store; [ChangeFollower] carries each change through
/// [EvaluationStep] and [IndexStep]; [Inspections] gather facts, whose arrival makes [Judging] judge anew.
/// Thread-safe; closed once.
public final class Catalog implements AutoCloseable {

    /// Identifier of the policy whose label is shown first and searched by.
    public static final String SHOWN_POLICY = "label-114";

    /// Identifier of the policy whose grade is shown beside that label and searched by.
    public static final String SHOWN_GRADES = "ai-ready-1";

    private final OpenResources resources;
    private final OpenHome home;
    private final JobQueue jobs;
    private final Membership members;
    private final Gathered gathered;
    private final Gathering gathering;
    private final Judging judging;
    private final AgencyAdministration agencies;
    private final Publishing publishing;
    private final Previews previews;
    private final Mending mending;
    private final CatalogTerms terms;
    private final CatalogueImport imports;
    private final ImportJobs importJobs;
    private final ParkedChanges parked;
    private final ChangeFollower follower;
    private final Timekeeper timekeeper;
    private final GroupKeeper groups;

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
        var resources = new OpenResources();
        resources.add(hold.get());
        try {
            return new CatalogOpening.Opened(new Catalog(settings, resources, clock));
        } catch (RuntimeException | Error failure) {
            letGo(resources, failure);
            throw failure;
        }
    }

    private static void letGo(OpenResources resources, Throwable failure) {
        try {
            resources.close();
        } catch (IllegalStateException another) {
            failure.addSuppressed(another);
        }
    }

    private Catalog(CatalogSettings settings, OpenResources resources, Clock clock) {
        this.resources = resources;
        home = OpenHome.of(settings, resources, clock);
        var store = home.store();
        var database = home.database();
        var iris = settings.iris();
        var reference = References.of(home.vocabularies());
        var scratch = new Scratch(settings.home().incoming());
        var handover = new Handover();

        jobs = new JobQueue(database, clock);
        members = new Membership(home, jobs);
        gathered = Gathered.of(home);
        gathering = new Gathering(home, gathered, resources, scratch, jobs, this::observed);
        judging = new Judging(home, reference, gathered, members);
        terms = new CatalogTerms(home.vocabularies(), store, iris);
        parked = new ParkedChanges(database, clock);
        follower = new ChangeFollower(store, steps(handover), parked);
        var retired = new RetiredNumbers(database);
        publishing = new Publishing(
                store,
                new Commits(resources.add(new GroupCommit(store)), handover, follower),
                home.archive(),
                gathering.inspections(),
                home.conformance(),
                retired,
                iris,
                settings.uploadLimit(),
                members.audit(),
                clock);
        previews = new Previews(
                publishing,
                judging.evaluations(),
                gathering.inspections(),
                gathered.links(),
                home.archive(),
                home.conformance(),
                gathering.previewing(),
                settings.links(),
                scratch,
                iris,
                settings.uploadLimit());
        mending = new Mending(
                store,
                home.archive(),
                database,
                publishing,
                judging.evaluations(),
                gathered.facts(),
                home.vocabularies().nationalTerms(),
                reference.terms(),
                scratch,
                settings.uploadLimit(),
                clock);
        imports = new CatalogueImport(
                store, handover, follower, retired, home.conformance(), home.vocabularies(), iris, clock);
        importJobs = new ImportJobs(
                imports,
                database,
                jobs,
                store,
                settings.home().imports(),
                settings.home().incoming(),
                clock);
        agencies = new AgencyAdministration(
                database, store, follower, members.agencyTree(), members.audit(), clock);
        timekeeper = judging.timekeeper(() -> follower.announce(store.lastNumber()));
        groups = new GroupKeeper(store, home.usage(), home.vocabularies());
        start();
    }

    /// Takes up what an earlier process left, and begins to work.
    private void start() {
        introduceAgencies();
        jobs.recover();
        members.outbox().deliverSoon();
        resources.add(follower).start();
        resources
                .add(new JobRunner(jobs, members.works(), home.settings().jobThreads()))
                .start();
        startImports();
        gathering.start(resources);
        resources.add(members.digest(home)).start();
        resources.add(timekeeper).start();
        resources.add(groups).start();
    }

    private void startImports() {
        var runner = resources.add(new JobRunner(jobs, Map.of(ImportJobs.JOB, importJobs::run), 1));
        // Told of the end before the runner waits for it.
        resources.add(importJobs);
        importJobs.resume(runner::wake);
        runner.start();
    }

    private void observed(DatasetId dataset) {
        judging.evaluations().observed(dataset);
        follower.announce(home.store().lastNumber());
    }

    private List<ChangeStep> steps(Handover handover) {
        var store = home.store();
        var evaluations = judging.evaluations();
        var steps = new ArrayList<ChangeStep>(List.of(
                new EvaluationStep(store, handover, evaluations, home.database()),
                new IndexStep(
                        store,
                        handover,
                        evaluations.history(),
                        home.search(),
                        home.usage(),
                        gathered.facts(),
                        gathered.links(),
                        home.vocabularies(),
                        SHOWN_POLICY,
                        SHOWN_GRADES),
                members.agencyTree()));
        if (home.settings().links().which() == LinkChecking.ALL) {
            steps.add(new LinkStep(store, gathering.linkChecks(), home.database()));
        }
        return steps;
    }

    /// Known agencies stand in the store from the beginning, so that their names are at hand wherever they are named.
    private void introduceAgencies() {
        var store = home.store();
        List<Change> unknown = home.vocabularies().agencies().all().stream()
                .filter(agency -> store.agency(agency.id()).isEmpty())
                .<Change>map(Change.PutAgency::new)
                .toList();
        if (!unknown.isEmpty()) {
            store.commit(unknown);
        }
    }

    public CatalogSettings settings() {
        return home.settings();
    }

    public Vocabularies vocabularies() {
        return home.vocabularies();
    }

    public Conformance conformance() {
        return home.conformance();
    }

    public TdbStore store() {
        return home.store();
    }

    public Archive archive() {
        return home.archive();
    }

    public CatalogSearch search() {
        return home.search();
    }

    public Usage usage() {
        return home.usage();
    }

    /// Tells the counts where datasets belong.
    public GroupKeeper groups() {
        return groups;
    }

    /// Who may come in, and what is written to them.
    public Membership members() {
        return members;
    }

    /// How good datasets are, and why.
    public Judging judging() {
        return judging;
    }

    public AgencyAdministration agencies() {
        return agencies;
    }

    public Inspections inspections() {
        return gathering.inspections();
    }

    /// The rows of kept files.
    public Rows rows() {
        return gathering.rows();
    }

    /// The facts about bytes that were ever seen.
    public FactsIndex facts() {
        return gathered.facts();
    }

    public LinkHistory linkHistory() {
        return gathered.links();
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

    /// Imports of files on the calling thread.
    public CatalogueImport imports() {
        return imports;
    }

    /// Imports that go on when whoever asked for them has left.
    public ImportJobs importJobs() {
        return importJobs;
    }

    public JobQueue jobs() {
        return jobs;
    }

    /// Does what only time brings about.
    public Timekeeper timekeeper() {
        return timekeeper;
    }

    /// The number of the change up to which everything is scored and searchable.
    public long followed() {
        return follower.followed();
    }

    /// Waits until everything that was committed is scored and searchable; false where that took too long.
    public boolean awaitFollowed(Duration atMost) throws InterruptedException {
        return follower.await(home.store().lastNumber(), atMost);
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
        resources.close();
    }
}
