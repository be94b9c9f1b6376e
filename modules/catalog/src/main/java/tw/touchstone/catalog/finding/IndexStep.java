package tw.touchstone.catalog.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.catalog.evaluating.ScorecardHistory;
import tw.touchstone.catalog.following.ChangeStep;
import tw.touchstone.catalog.following.Handover;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Label;
import tw.touchstone.quality.Grade;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Facet;
import tw.touchstone.search.IndexChange;
import tw.touchstone.search.SearchOutcome;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.SearchResult;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.ChangeEntry;
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
            Vocabularies vocabularies,
            String shownPolicy,
            String shownGrades) {
        this.store = store;
        this.handover = handover;
        this.scorecards = scorecards;
        this.search = search;
        this.usage = usage;
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
        var agencies = new LinkedHashSet<AgencyId>();
        for (var change : changes) {
            if (change.kind() == ChangeEntry.Kind.AGENCY) {
                agencies.add(new AgencyId(change.subject()));
            } else {
                touched.put(new DatasetId(change.subject()), change.number());
            }
        }
        renamed(agencies).forEach(dataset -> touched.putIfAbsent(dataset, 0L));
        search.apply(indexChanges(touched), changes.getLast().number());
        changes.forEach(change -> handover.forget(change.number()));
    }

    private List<IndexChange> indexChanges(Map<DatasetId, Long> touched) {
        var labels = scorecards.awards(touched.keySet(), shownPolicy);
        var grades = scorecards.awards(touched.keySet(), shownGrades);
        var changes = new ArrayList<IndexChange>(touched.size());
        touched.forEach((id, number) -> changes.add(handover.dataset(number)
                .or(() -> store.dataset(id))
                .<IndexChange>map(dataset -> new IndexChange.Put(entries.entry(
                        dataset,
                        dataset.publisher().flatMap(store::agency),
                        labels.getOrDefault(id, Label.NONE_UNCHECKED.code()),
                        grades.getOrDefault(id, Grade.UNGRADED.code()),
                        usage.totals(id).downloads())))
                .orElseGet(() -> new IndexChange.Remove(id))));
        return changes;
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
