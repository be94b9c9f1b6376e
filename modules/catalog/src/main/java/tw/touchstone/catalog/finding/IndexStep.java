package tw.touchstone.catalog.finding;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.touchstone.catalog.evaluating.ScorecardHistory;
import tw.touchstone.catalog.following.ChangeStep;
import tw.touchstone.catalog.following.Handover;
import tw.touchstone.catalog.inspecting.FactsIndex;
import tw.touchstone.catalog.inspecting.KnownLink;
import tw.touchstone.catalog.inspecting.LinkHistory;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Label;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Grade;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Facet;
import tw.touchstone.search.IndexChange;
import tw.touchstone.search.SearchOutcome;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.SearchResult;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.ChangeEntry;
import tw.touchstone.store.DatasetState;
import tw.touchstone.usage.Usage;
import tw.touchstone.vocabulary.Vocabularies;

/// Puts every published change into the search index.
///
/// The index remembers the number it stands at together with what it holds, so that a killed process leaves it behind
/// and never wrong.
public final class IndexStep implements ChangeStep {

    private final CatalogStore store;
    private final Handover handover;
    private final ScorecardHistory scorecards;
    private final CatalogSearch search;
    private final Usage usage;
    private final FactsIndex facts;
    private final LinkHistory links;
    private final SearchEntries entries;
    private final String shownPolicy;
    private final String shownGrades;

    /// An indexing step.
    ///
    /// @param shownPolicy identifier of the policy whose label people search by
    /// @param shownGrades identifier of the policy whose grade people search by
    public IndexStep(
            CatalogStore store,
            Handover handover,
            ScorecardHistory scorecards,
            CatalogSearch search,
            Usage usage,
            FactsIndex facts,
            LinkHistory links,
            Vocabularies vocabularies,
            String shownPolicy,
            String shownGrades) {
        this.store = store;
        this.handover = handover;
        this.scorecards = scorecards;
        this.search = search;
        this.usage = usage;
        this.facts = facts;
        this.links = links;
        this.entries = new SearchEntries(vocabularies);
        this.shownPolicy = shownPolicy;
        this.shownGrades = shownGrades;
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public long lastApplied() {
        return search.lastApplied();
    }

    @Override
    public void apply(List<ChangeEntry> changes) {
        var touched = new HashMap<DatasetId, Long>();
        var published = new HashMap<DatasetId, Long>();
        var agencies = new LinkedHashSet<AgencyId>();
        for (var change : changes) {
            if (change.kind() == ChangeEntry.Kind.AGENCY) {
                agencies.add(new AgencyId(change.subject()));
            } else {
                touched.put(new DatasetId(change.subject()), change.number());
                if (change.kind() != ChangeEntry.Kind.QUALITY) {
                    published.put(new DatasetId(change.subject()), change.number());
                }
            }
        }
        renamed(agencies).forEach(dataset -> touched.putIfAbsent(dataset, 0L));
        search.apply(indexChanges(touched, published), changes.getLast().number());
        changes.forEach(change -> handover.forget(change.number()));
    }

    /// @param published the numbers of those changes that registered or revised a dataset
    private List<IndexChange> indexChanges(Map<DatasetId, Long> touched, Map<DatasetId, Long> published) {
        var datasets = new HashMap<DatasetId, Dataset>();
        touched.forEach((id, number) -> handover.dataset(number)
                .or(() -> store.dataset(id))
                .ifPresent(dataset -> datasets.put(id, dataset)));
        var labels = scorecards.awards(touched.keySet(), shownPolicy);
        var grades = scorecards.awards(touched.keySet(), shownGrades);
        var seen = seen(datasets);
        return touched.keySet().stream()
                .map(id -> Optional.ofNullable(datasets.get(id))
                        .<IndexChange>map(dataset -> new IndexChange.Put(entries.entry(
                                dataset,
                                dataset.publisher().flatMap(store::agency),
                                seen.getOrDefault(id, SeenContents.NOTHING),
                                labels.getOrDefault(id, Label.NONE_UNCHECKED.code()),
                                grades.getOrDefault(id, Grade.UNGRADED.code()),
                                Optional.ofNullable(published.get(id)).orElseGet(() -> numberOf(id)),
                                usage.totals(id).downloads())))
                        .orElseGet(() -> new IndexChange.Remove(id)))
                .toList();
    }

    /// The change a dataset stands at. A later one than the index has come to is met again in its turn.
    private long numberOf(DatasetId id) {
        return store.state(id) instanceof DatasetState.Published(long number) ? number : 0;
    }

    /// What is known of the bytes of these datasets, kept here or seen behind a link.
    private Map<DatasetId, SeenContents> seen(Map<DatasetId, Dataset> datasets) {
        var known = links.of(datasets.keySet());
        var digests = new HashMap<DatasetId, List<Sha256>>();
        datasets.forEach((id, dataset) -> {
            var own = dataset.distributions().stream()
                    .flatMap(each -> each.checksum()
                            .or(() -> Optional.ofNullable(known.get(each.id())).flatMap(KnownLink::snapshot))
                            .stream())
                    .toList();
            if (!own.isEmpty()) {
                digests.put(id, own);
            }
        });
        var read = facts.facts(digests.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        var seen = new HashMap<DatasetId, SeenContents>();
        digests.forEach((id, own) -> seen.put(
                id,
                SeenContents.of(own.stream()
                        .flatMap(digest -> Optional.ofNullable(read.get(digest)).stream())
                        .toList())));
        return seen;
    }

    /// The datasets whose entries hold the former names of these agencies.
    private Set<DatasetId> renamed(Set<AgencyId> agencies) {
        var datasets = new LinkedHashSet<DatasetId>();
        for (var agency : agencies) {
            var query = SearchQuery.of("").filters(Map.of(Facet.AGENCY, Set.of(agency.value())));
            Optional<String> after = Optional.empty();
            do {
                after = switch (search.search(page(query, after))) {
                    case SearchResult result -> {
                        result.hits().forEach(hit -> datasets.add(hit.id()));
                        yield result.next();
                    }
                    case SearchOutcome.InvalidCursor invalid -> throw new IllegalStateException(invalid.reason());
                };
            } while (after.isPresent());
        }
        return datasets;
    }

    private static SearchQuery page(SearchQuery query, Optional<String> after) {
        return new SearchQuery(
                query.text(),
                query.filters(),
                query.from(),
                query.to(),
                SearchQuery.Sort.TITLE,
                SearchQuery.MAX_SIZE,
                after,
                false,
                query.language());
    }
}
