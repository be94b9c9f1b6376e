package tw.touchstone.catalog.inspecting;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.fetch.RobotsRules;
import tw.touchstone.inspection.link.LinkInspector;
import tw.touchstone.inspection.link.RobotsReader;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkVerdict;

/// Asks links elsewhere again and again, politely: one host is one job, which does one request and then waits in the job
/// table, not in a thread, until the host may be asked again. Everything is in SQL, so a restart goes on.
///
/// A link that a person asked for is fetched whatever robots.txt says: who registers an address consents to its being
/// looked at, once. Everything on a schedule heeds robots.txt. Thread-safe.
public final class LinkChecks {

    /// The kind of job that asks one link of the host that is its subject.
    public static final String JOB = "check-host";

    /// Our name in robots.txt.
    static final String PRODUCT = "touchstone";

    private static final Duration ROBOTS_LIFE = Duration.ofHours(24);
    private static final Duration ROBOTS_TROUBLE = Duration.ofHours(1);

    /// A check that breaks down must not come back at once, nor keep the host's other links waiting.
    private static final Duration AFTER_A_BREAKDOWN = Duration.ofHours(6);

    private final LinkTable table;
    private final LinkHistory history;
    private final FactsIndex facts;
    private final LinkInspector links;
    private final RobotsReader robots;
    private final JobQueue jobs;
    private final Scratch scratch;
    private final Iris iris;
    private final LinkSettings settings;
    private final Politeness politeness;
    private final Function<DatasetId, Optional<Dataset>> published;
    private final Consumer<DatasetId> observed;
    private final Clock clock;

    /// The catalogue's link checks.
    ///
    /// @param published finds a published dataset
    /// @param observed  told when observations of a dataset say something new
    public LinkChecks(
            Database database,
            LinkHistory history,
            FactsIndex facts,
            LinkInspector links,
            RobotsReader robots,
            JobQueue jobs,
            Scratch scratch,
            Iris iris,
            LinkSettings settings,
            Function<DatasetId, Optional<Dataset>> published,
            Consumer<DatasetId> observed,
            RandomGenerator chance,
            Clock clock) {
        this.table = new LinkTable(database, settings.which() == LinkChecking.ALL);
        this.history = history;
        this.facts = facts;
        this.links = links;
        this.robots = robots;
        this.jobs = jobs;
        this.scratch = scratch;
        this.iris = iris;
        this.settings = settings;
        this.politeness = new Politeness(settings.interval(), chance);
        this.published = published;
        this.observed = observed;
        this.clock = clock;
    }

    /// Puts every host on the queue that has links to be asked; called once at the start.
    public void resume() {
        if (settings.which() != LinkChecking.NONE) {
            schedule(table.hosts());
        }
    }

    /// Asks for the links of a dataset on behalf of a person, soon.
    public void request(Dataset dataset) {
        if (settings.which() != LinkChecking.NONE) {
            schedule(table.enrol(Map.of(dataset.id(), elsewhere(dataset)), true, clock.instant()));
        }
    }

    /// Puts the links of imported datasets on the schedule.
    void enrol(Collection<Dataset> datasets) {
        var all = new HashMap<DatasetId, Map<DistributionId, LinkTable.Row>>();
        datasets.forEach(dataset -> all.put(dataset.id(), elsewhere(dataset)));
        schedule(table.enrol(all, false, clock.instant()));
    }

    /// Takes the links of a withdrawn dataset off the schedule.
    void forget(DatasetId dataset) {
        table.remove(dataset);
    }

    /// Whether a person waits for links of this dataset.
    public boolean pending(DatasetId dataset) {
        return settings.which() != LinkChecking.NONE && table.awaited(dataset, clock.instant()) > 0;
    }

    /// Does the next request to a host, if it is due; the work of a [#JOB].
    public void check(String host) {
        try {
            var now = clock.instant();
            if (!table.host(host).freeAt().isAfter(now)) {
                table.due(host, now).ifPresent(link -> check(link, now));
            }
        } finally {
            schedule(List.of(host));
        }
    }

    private void check(LinkTable.Row link, Instant now) {
        table.next(link.distribution(), now.plus(AFTER_A_BREAKDOWN), link.undecided(), link.consent());
        var declared = declared(link);
        if (declared.isEmpty()) {
            table.remove(link.distribution());
            return;
        }
        var url = URI.create(link.url());
        if (link.consent() || !isWeb(url)) {
            probe(link, declared.get(), url, Optional.empty());
            return;
        }
        var said = table.robots(origin(url), now);
        if (said.isEmpty()) {
            askRobots(link, declared.get(), url, now);
            return;
        }
        var rules = said.get().map(LinkChecks::rules);
        if (rules.filter(each -> each.allows(url)).isPresent()) {
            probe(link, declared.get(), url, rules.flatMap(RobotsRules::delay));
        } else {
            var reason = rules.isPresent() ? "robots-disallowed" : "robots-unavailable";
            note(link, declared.get(), LinkProbe.bodiless(now, url, List.of(), LinkVerdict.UNDECIDED, reason), false);
        }
    }

    /// The distribution as it is published now; empty where the link is no longer in it.
    private Optional<Distribution> declared(LinkTable.Row link) {
        return published.apply(link.distribution().dataset()).stream()
                .flatMap(dataset -> dataset.distributions().stream())
                .filter(each -> each.id().equals(link.distribution()))
                .filter(each -> each.url().map(URI::toString).equals(Optional.of(link.url())))
                .findFirst();
    }

    private void probe(LinkTable.Row link, Distribution declared, URI url, Optional<Duration> delay) {
        var probed = scratch.with(file -> {
            var result = links.probe(url, declared.format(), file);
            if (result.probe().verdict() == LinkVerdict.OK) {
                result.facts().ifPresent(facts::keep);
            }
            return result;
        });
        var probe = probed.probe();
        if (probe.reason().equals("host-busy")) {
            // Another request of ours was in the way; nothing was observed.
            table.next(link.distribution(), probe.at().plus(Politeness.FIRST_REST), link.undecided(), link.consent());
            return;
        }
        table.host(link.host(), politeness.after(table.host(link.host()), probe, delay));
        boolean asDeclared = probed.facts()
                .filter(each -> declared.format().stream().allMatch(each.format()::equals))
                .isPresent();
        note(link, declared, probe, asDeclared);
    }

    private void note(LinkTable.Row link, Distribution declared, LinkProbe probe, boolean asDeclared) {
        boolean asBefore = history.observe(declared.id(), probe, asDeclared);
        int undecided = probe.verdict() == LinkVerdict.UNDECIDED ? link.undecided() + 1 : 0;
        var since = history.of(List.of(declared.id().dataset()));
        var standing = Optional.ofNullable(since.get(declared.id())).flatMap(each -> each.standing().decided());
        table.next(
                link.distribution(),
                politeness.nextCheck(probe, standing.map(each -> each.since()).orElse(probe.at()), undecided),
                undecided,
                false);
        if (!asBefore) {
            observed.accept(declared.id().dataset());
        }
    }

    private void askRobots(LinkTable.Row link, Distribution declared, URI url, Instant now) {
        switch (scratch.with(file -> robots.ask(url, file))) {
            case RobotsReader.Answer.Rules(String text) -> {
                table.robots(origin(url), Optional.of(text), now.plus(ROBOTS_LIFE));
                table.host(link.host(), politeness.afterAnswer(clock.instant(), rules(text).delay()));
                table.next(link.distribution(), now, link.undecided(), link.consent());
            }
            case RobotsReader.Answer.NotNow(int _, Optional<Instant> retryAfter) -> {
                var host = politeness.afterNotNow(table.host(link.host()), clock.instant(), retryAfter);
                var later = now.plus(ROBOTS_TROUBLE);
                table.robots(origin(url), Optional.empty(), Collections.max(List.of(later, host.freeAt())));
                table.host(link.host(), host);
                table.next(link.distribution(), now, link.undecided(), link.consent());
            }
            case RobotsReader.Answer.Unreached(LinkProbe probe) -> {
                table.host(link.host(), politeness.after(table.host(link.host()), probe, Optional.empty()));
                note(link, declared, probe, false);
            }
        }
    }

    private static RobotsRules rules(String text) {
        return RobotsRules.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), PRODUCT);
    }

    /// Queues each host for the moment at which it may be asked and has something to be asked for.
    private void schedule(Collection<String> hosts) {
        var due = new HashMap<>(table.firstDue(hosts));
        due.replaceAll((host, first) -> Collections.max(List.of(first, table.host(host).freeAt())));
        jobs.enqueueAt(JOB, due);
    }

    private Map<DistributionId, LinkTable.Row> elsewhere(Dataset dataset) {
        var rows = new HashMap<DistributionId, LinkTable.Row>();
        for (var distribution : dataset.distributions()) {
            distribution
                    .url()
                    .filter(url -> !url.toString().startsWith(iris.base().toString()))
                    .ifPresent(url -> rows.put(
                            distribution.id(),
                            new LinkTable.Row(distribution.id(), url.toString(), host(url), false, 0)));
        }
        return rows;
    }

    /// What politeness is measured by; one name for all addresses without a host, which nobody can be asked for.
    private static String host(URI url) {
        var authority = Optional.ofNullable(url.getRawAuthority()).orElse("").replaceFirst("^.*@", "");
        var host = authority.replaceFirst(":\\d*$", "").replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
        return host.isEmpty() ? "-" : host;
    }

    private static boolean isWeb(URI url) {
        return String.valueOf(url.getScheme()).matches("(?i)https?") && url.getHost() != null;
    }

    private static String origin(URI url) {
        return RobotsRules.location(url).toString().toLowerCase(Locale.ROOT);
    }
}
