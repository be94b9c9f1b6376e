package tw.touchstone.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tw.touchstone.catalog.inspecting.Inspections;
import tw.touchstone.catalog.inspecting.LinkChecking;
import tw.touchstone.catalog.inspecting.LinkChecks;
import tw.touchstone.catalog.inspecting.Reinspections;
import tw.touchstone.catalog.inspecting.Scratch;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.jobs.JobRunner;
import tw.touchstone.catalog.previewing.Previews;
import tw.touchstone.catalog.rows.RowLimits;
import tw.touchstone.catalog.rows.Rows;
import tw.touchstone.fetch.FetchLimits;
import tw.touchstone.fetch.FetchSettings;
import tw.touchstone.fetch.Fetcher;
import tw.touchstone.fetch.Trust;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.inspection.link.LinkInspector;
import tw.touchstone.inspection.link.RobotsReader;
import tw.touchstone.model.DatasetId;

/// Looks at bytes, here and elsewhere: held files at once, links on a schedule, both again when that is due.
final class Gathering {

    /// A host that takes longer is asked again another time; half an hour is enough for 2 GiB at 1.2 MB/s.
    private static final FetchLimits LINK_LIMITS = FetchLimits.STANDARD.withTotal(Duration.ofMinutes(30));

    private final OpenHome home;
    private final JobQueue jobs;
    private final Fetcher fetcher;
    private final LinkChecks linkChecks;
    private final Inspections inspections;
    private final Reinspections again;
    private final Rows rows;

    /// @param observed told of each dataset of which something new is known
    Gathering(
            OpenHome home,
            Gathered gathered,
            OpenResources resources,
            Scratch scratch,
            JobQueue jobs,
            Consumer<DatasetId> observed) {
        this.home = home;
        this.jobs = jobs;
        fetcher = resources.add(fetcher());
        var store = home.store();
        var settings = home.settings();
        linkChecks = new LinkChecks(
                home.database(),
                gathered.links(),
                gathered.facts(),
                links(LINK_LIMITS),
                new RobotsReader(fetcher, home.clock()),
                jobs,
                scratch,
                settings.iris(),
                settings.links(),
                store::dataset,
                observed,
                RandomGenerator.getDefault(),
                home.clock());
        inspections = new Inspections(
                home.archive(),
                gathered.facts(),
                new Inspector(),
                linkChecks,
                settings.home().incoming(),
                file -> jobs.enqueue(Rows.JOB, List.of(file.hex())));
        rows = resources.add(new Rows(
                home.database(),
                home.archive(),
                jobs,
                inspections,
                settings.home().rows(),
                settings.home().incoming(),
                RowLimits.STANDARD));
        again = new Reinspections(
                gathered.facts(), home.archive(), jobs, inspections::facts, store::datasetsWith, observed);
    }

    private Fetcher fetcher() {
        var links = home.settings().links();
        var agent = "Touchstone/0.1 (+" + home.settings().iris().base() + ")";
        var trust = links.roots().map(Trust::standardAnd).orElseGet(Trust::standard);
        return new Fetcher(FetchSettings.of(agent).loopback(links.loopback()).trusting(trust));
    }

    private LinkInspector links(FetchLimits limits) {
        return new LinkInspector(fetcher, new Inspector(), limits, home.clock());
    }

    /// What looks at the links of drafts, which somebody waits for.
    LinkInspector previewing() {
        return links(Previews.LIMITS);
    }

    /// Takes up what an earlier process left, and begins to work; all of it ends with `resources`.
    void start(OpenResources resources) {
        again.resume();
        // On a thread of its own: it may take hours after a new inspector came.
        resources
                .add(new JobRunner(jobs, Map.of(Reinspections.JOB, again::inspect), 1))
                .start();
        rows.resume();
        // Likewise: a large table takes a minute.
        resources.add(new JobRunner(jobs, Map.of(Rows.JOB, rows::make), 1)).start();
        if (home.settings().links().which() != LinkChecking.NONE) {
            linkChecks.resume();
            // Apart from the others: a slow host must not keep a letter waiting.
            resources
                    .add(new JobRunner(
                            jobs,
                            Map.of(LinkChecks.JOB, linkChecks::check),
                            home.settings().links().threads()))
                    .start();
        }
    }

    Inspections inspections() {
        return inspections;
    }

    Rows rows() {
        return rows;
    }

    LinkChecks linkChecks() {
        return linkChecks;
    }
}
