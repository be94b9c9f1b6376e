package tw.touchstone.catalog.importing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tw.touchstone.catalog.following.ChangeFollower;
import tw.touchstone.catalog.following.Handover;
import tw.touchstone.catalog.publishing.RetiredNumbers;
import tw.touchstone.exchange.catalogue.CatalogueFile;
import tw.touchstone.exchange.catalogue.CatalogueItem;
import tw.touchstone.exchange.catalogue.CatalogueRows;
import tw.touchstone.exchange.catalogue.ImportTally;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Iris;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.Change;
import tw.touchstone.store.DatasetState;
import tw.touchstone.vocabulary.Vocabularies;
import tw.touchstone.vocabulary.conformance.Conformance;
import tw.touchstone.vocabulary.conformance.Severity;
import tw.touchstone.vocabulary.profile.DatasetRdf;

/// Streams the catalogue of another portal into this one.
///
/// An import mirrors what is: a record that violates the profile is registered, with its findings counted. Identity is
/// (source, identifier), so that the same file again changes nothing, and an import that was killed is finished by
/// running it again. One import at a time; memory does not grow with the file.
public final class CatalogueImport {

    private final CatalogStore store;
    private final Handover handover;
    private final ChangeFollower follower;
    private final RetiredNumbers retired;
    private final Conformance conformance;
    private final NationalImportTerms terms;
    private final Iris iris;
    private final Clock clock;

    public CatalogueImport(
            CatalogStore store,
            Handover handover,
            ChangeFollower follower,
            RetiredNumbers retired,
            Conformance conformance,
            Vocabularies vocabularies,
            Iris iris,
            Clock clock) {
        this.store = store;
        this.handover = handover;
        this.follower = follower;
        this.retired = retired;
        this.conformance = conformance;
        this.terms = new NationalImportTerms(vocabularies);
        this.iris = iris;
        this.clock = clock;
    }

    /// Imports a file and returns when all of it can be searched.
    ///
    /// @param progress told after each batch, on the calling thread
    public ImportOutcome run(Path file, ImportOptions options, Consumer<ImportProgress> progress) {
        return switch (CatalogueFile.open(file, terms, options.source())) {
            case CatalogueFile.UnknownLayout unknown -> new ImportOutcome.Unreadable(unknown.message());
            case CatalogueFile.UnusableSource unusable -> new ImportOutcome.Unreadable(unusable.message());
            case CatalogueFile.Opened opened -> new Run(opened, options, progress).toTheEnd();
        };
    }

    /// One import under way.
    private final class Run {
        private final CatalogueFile.Opened opened;
        private final ImportOptions options;
        private final Consumer<ImportProgress> progress;
        private final ImportTally tally;
        private final ImportCounts counts = new ImportCounts();
        private final Map<String, Long> findings = new HashMap<>();
        private final Set<AgencyId> agencies = new HashSet<>();

        Run(CatalogueFile.Opened opened, ImportOptions options, Consumer<ImportProgress> progress) {
            this.opened = opened;
            this.options = options;
            this.progress = progress;
            this.tally = new ImportTally(opened);
        }

        ImportOutcome toTheEnd() {
            try (var rows = opened.rows(options.onConflict());
                    var batches = new ImportBatches(store, handover, follower, counts)) {
                for (var item = rows.next(); item.isPresent(); item = rows.next()) {
                    tally.add(item.get());
                    if (item.get() instanceof CatalogueItem.Draft draft && add(draft, batches)) {
                        tell(rows, false);
                    }
                }
                batches.finish();
                tell(rows, true);
            }
            return counts.outcome(tally.report().plus(findings));
        }

        /// Whether a batch was handed on.
        private boolean add(CatalogueItem.Draft draft, ImportBatches batches) {
            var dataset = draft.dataset();
            return switch (store.state(dataset.id())) {
                case DatasetState.Withdrawn withdrawn -> {
                    counts.keptOut(draft.line(), dataset.id(), "withdrawn here on " + withdrawn.at());
                    yield false;
                }
                case DatasetState.Absent absent -> {
                    var registered = dataset.with()
                            .registered(Optional.of(clock.instant()))
                            .build();
                    yield put(registered, draft, batches, false);
                }
                case DatasetState.Published published -> {
                    var existing = store.dataset(dataset.id()).orElseThrow();
                    if (!existing.source().equals(dataset.source())) {
                        counts.keptOut(
                                draft.line(),
                                dataset.id(),
                                "the identifier belongs to a dataset of the source " + existing.source().source());
                        yield false;
                    }
                    var numbered = retired.follow(existing, dataset);
                    yield put(
                            numbered.with().registered(existing.registered()).build(), draft, batches, true);
                }
            };
        }

        private boolean put(Dataset dataset, CatalogueItem.Draft draft, ImportBatches batches, boolean here) {
            count(dataset);
            draft.publisher().filter(this::isNew).ifPresent(agency -> batches.add(new Change.PutAgency(agency)));
            return batches.add(dataset, here);
        }

        /// Known agencies are stored once, so that their names are at hand wherever the dataset is shown.
        private boolean isNew(Agency agency) {
            return agencies.add(agency.id()) && store.agency(agency.id()).isEmpty();
        }

        private void count(Dataset dataset) {
            conformance
                    .check(DatasetRdf.write(dataset, iris))
                    .of(Severity.VIOLATION)
                    .forEach(finding -> findings.merge(finding.shape(), 1L, Long::sum));
        }

        private void tell(CatalogueRows rows, boolean searchable) {
            var read = rows.progress();
            double fraction = read.bytes() == 0 ? 1 : Math.min(1, (double) read.bytesRead() / read.bytes());
            progress.accept(new ImportProgress(read.rows(), counts.stored(), searchable, searchable ? 1 : fraction));
        }
    }
}
