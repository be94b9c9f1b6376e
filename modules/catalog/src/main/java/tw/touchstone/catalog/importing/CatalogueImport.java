package tw.touchstone.catalog.importing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tw.touchstone.catalog.following.ChangeFollower;
import tw.touchstone.catalog.following.Handover;
import tw.touchstone.catalog.publishing.RetiredNumbers;
import tw.touchstone.exchange.catalogue.CatalogueFile;
import tw.touchstone.exchange.catalogue.CatalogueItem;
import tw.touchstone.exchange.catalogue.CatalogueRows;
import tw.touchstone.exchange.catalogue.ImportTally;
import tw.touchstone.exchange.catalogue.Progress;
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
/// running it again. One import at a time, others wait; memory does not grow with the file.
public final class CatalogueImport {

    /// After so many items we look whether to go on.
    private static final int LOOK_AROUND = 1_000;

    private final CatalogStore store;
    private final Handover handover;
    private final ChangeFollower follower;
    private final RetiredNumbers retired;
    private final Conformance conformance;
    private final NationalImportTerms terms;
    private final Iris iris;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();

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
        return run(file, options, progress, ImportJournal.NONE);
    }

    /// Imports a file from where the journal says that it stands.
    ImportOutcome run(
            Path file, ImportOptions options, Consumer<ImportProgress> progress, ImportJournal journal) {
        turn.lock();
        try {
            return switch (CatalogueFile.open(file, terms, options.source())) {
                case CatalogueFile.UnknownLayout unknown -> new ImportOutcome.Unreadable(unknown.message());
                case CatalogueFile.UnusableSource unusable -> new ImportOutcome.Unreadable(unusable.message());
                case CatalogueFile.Opened opened -> new Run(opened, options, progress, journal).toTheEnd();
            };
        } finally {
            turn.unlock();
        }
    }

    /// One import under way.
    private final class Run {
        private final CatalogueFile.Opened opened;
        private final ImportOptions options;
        private final Consumer<ImportProgress> progress;
        private final ImportJournal journal;
        private final ImportPosition resumed;
        private final ImportTally tally;
        private final ImportCounts counts;
        private final ImportLog log;
        private final Map<String, Long> findings;
        private final Set<AgencyId> agencies = new HashSet<>();
        private long items;

        Run(
                CatalogueFile.Opened opened,
                ImportOptions options,
                Consumer<ImportProgress> progress,
                ImportJournal journal) {
            this.opened = opened;
            this.options = options;
            this.progress = progress;
            this.journal = journal;
            this.resumed = journal.resumed();
            this.tally = new ImportTally(opened);
            this.counts = new ImportCounts(resumed, journal.keptOut());
            this.log = new ImportLog(resumed);
            this.findings = new HashMap<>(resumed.findings());
        }

        ImportOutcome toTheEnd() {
            var wish = ImportJournal.Wish.GO_ON;
            try (var rows = opened.rows(options.onConflict());
                    var batches = new ImportBatches(
                            store, handover, follower, counts, resumed.number(), () -> passed(rows))) {
                for (var item = rows.next(); item.isPresent() && wish == ImportJournal.Wish.GO_ON; item = rows.next()) {
                    take(item.get(), rows, batches);
                    wish = items % LOOK_AROUND == 0 ? journal.wish() : wish;
                }
                if (wish == ImportJournal.Wish.SUSPEND) {
                    return new ImportOutcome.Suspended();
                }
                batches.finish();
                tell(rows, true);
            }
            var done = counts.outcome(tally.report().plus(findings));
            return wish == ImportJournal.Wish.CANCEL ? new ImportOutcome.Cancelled(done) : done;
        }

        /// An item that an earlier run of this import has stored is only counted.
        private void take(CatalogueItem item, CatalogueRows rows, ImportBatches batches) {
            tally.add(item);
            items++;
            if (items <= resumed.items()) {
                return;
            }
            log.add(item);
            if (item instanceof CatalogueItem.Draft draft && add(draft, batches)) {
                tell(rows, false);
            }
        }

        /// How far reading is now, to be noted when all of it is stored.
        private Consumer<Long> passed(CatalogueRows rows) {
            var read = rows.progress();
            long passed = items;
            long keptOut = counts.keptOutTotal();
            long logged = log.logged();
            long leftOut = log.leftOut();
            var seen = Map.copyOf(findings);
            var entries = log.drain();
            return number -> journal.save(
                    new ImportPosition(
                            number,
                            passed,
                            read.rows(),
                            fraction(read),
                            counts.registered(),
                            counts.revised(),
                            counts.unchanged(),
                            keptOut,
                            seen,
                            logged,
                            leftOut),
                    entries);
        }

        /// Whether a batch was handed on.
        private boolean add(CatalogueItem.Draft draft, ImportBatches batches) {
            var dataset = draft.dataset();
            return switch (store.state(dataset.id())) {
                case DatasetState.Withdrawn withdrawn -> {
                    keepOut(draft, "withdrawn here on " + withdrawn.at());
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
                        keepOut(
                                draft,
                                "the identifier belongs to a dataset of the source " + existing.source().source());
                        yield false;
                    }
                    var numbered = retired.follow(existing, dataset);
                    yield put(
                            numbered.with().registered(existing.registered()).build(), draft, batches, true);
                }
            };
        }

        private void keepOut(CatalogueItem.Draft draft, String reason) {
            counts.keptOut(draft.line(), draft.dataset().id(), reason);
            log.keptOut(draft, reason);
        }

        private boolean put(Dataset dataset, CatalogueItem.Draft draft, ImportBatches batches, boolean here) {
            count(dataset, draft);
            draft.publisher().filter(this::isNew).ifPresent(agency -> batches.add(new Change.PutAgency(agency)));
            return batches.add(dataset, here);
        }

        /// Known agencies are stored once, so that their names are at hand wherever the dataset is shown.
        private boolean isNew(Agency agency) {
            return agencies.add(agency.id()) && store.agency(agency.id()).isEmpty();
        }

        private void count(Dataset dataset, CatalogueItem.Draft draft) {
            conformance
                    .check(DatasetRdf.write(dataset, iris))
                    .of(Severity.VIOLATION)
                    .forEach(finding -> {
                        findings.merge(finding.shape(), 1L, Long::sum);
                        log.violation(draft, finding);
                    });
        }

        private void tell(CatalogueRows rows, boolean searchable) {
            var read = rows.progress();
            progress.accept(
                    new ImportProgress(read.rows(), counts.stored(), searchable, searchable ? 1 : fraction(read)));
        }

        private static double fraction(Progress read) {
            return read.bytes() == 0 ? 1 : Math.min(1, (double) read.bytesRead() / read.bytes());
        }
    }
}
