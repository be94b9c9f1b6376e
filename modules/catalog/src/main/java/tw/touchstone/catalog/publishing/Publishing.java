package tw.touchstone.catalog.publishing;

import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import tw.touchstone.archive.Archive;
import tw.touchstone.archive.Stored;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.audit.AuditLog;
import tw.touchstone.catalog.inspecting.Inspections;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.Change;
import tw.touchstone.store.DatasetState;
import tw.touchstone.vocabulary.conformance.Conformance;
import tw.touchstone.vocabulary.conformance.ConformanceReport;
import tw.touchstone.vocabulary.profile.DatasetRdf;

/// Registers, revises and withdraws datasets on behalf of people.
///
/// What a person registers must conform to the application profile. Files are kept first, then the metadata that
/// names them is committed; a call returns when the change is on disk, scored and searchable. Thread-safe.
public final class Publishing {

    private final CatalogStore store;
    private final Commits commits;
    private final Archive archive;
    private final Inspections inspections;
    private final Conformance conformance;
    private final RetiredNumbers retired;
    private final HeldFiles held;
    private final NewIds ids;
    private final Iris iris;
    private final long uploadLimit;
    private final AuditLog audit;
    private final Clock clock;

    /// The catalogue's one way in.
    ///
    /// @param uploadLimit greatest size of one file, in bytes
    public Publishing(
            CatalogStore store,
            Commits commits,
            Archive archive,
            Inspections inspections,
            Conformance conformance,
            RetiredNumbers retired,
            Iris iris,
            long uploadLimit,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.commits = commits;
        this.archive = archive;
        this.inspections = inspections;
        this.conformance = conformance;
        this.retired = retired;
        this.held = new HeldFiles(iris);
        this.ids = new NewIds(clock);
        this.iris = iris;
        this.uploadLimit = uploadLimit;
        this.audit = audit;
        this.clock = clock;
    }

    /// An identifier that no dataset has.
    public DatasetId newId() {
        return ids.next();
    }

    /// Keeps a file, so that [#held] can name it in a dataset that is about to be registered.
    public Stored keep(InputStream bytes) {
        return archive.put(bytes, uploadLimit);
    }

    /// Whether the distribution says that its bytes are kept here.
    public boolean isHeld(Distribution distribution) {
        return held.isHeld(distribution);
    }

    /// The distribution with a kept file as its bytes.
    public Distribution held(Distribution distribution, Stored.Kept kept) {
        return held.attach(distribution, kept, clock.instant());
    }

    /// Publishes a new dataset.
    public Registration register(Dataset draft, Account by) {
        var refusal = mayEdit(draft, by);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!(store.state(draft.id()) instanceof DatasetState.Absent)) {
            return new Registration.IdTaken(draft.id());
        }
        return noted(publish(asRegistered(draft), OptionalLong.of(0)), AuditAction.REGISTERED, by);
    }

    /// What registering a draft would publish; nothing is changed.
    public Dataset asRegistered(Dataset draft) {
        return held.awaited(draft.with().registered(Optional.of(clock.instant())).build());
    }

    /// What revising a dataset would publish, its distributions in the order of the draft; nothing is changed.
    public Dataset asRevised(Dataset current, Dataset draft) {
        var numbered = Numbering.revise(current, draft, retired.highest(current));
        return held.awaited(numbered.with()
                .source(current.source())
                .registered(current.registered())
                .build());
    }

    /// What replacing a dataset by this state would publish; nothing is changed.
    public Dataset asReplaced(Dataset made) {
        return held.awaited(made);
    }

    /// An identifier that no distribution of the dataset has or had.
    public DistributionId newDistribution(Dataset current) {
        return new DistributionId(current.id(), retired.highest(current) + 1);
    }

    /// Replaces the metadata of a published dataset; distributions keep their numbers.
    ///
    /// @param expected the change number the editor saw, of `If-Match`; empty where it does not matter
    public Registration revise(DatasetId id, Dataset draft, OptionalLong expected, Account by) {
        return switch (store.state(id)) {
            case DatasetState.Absent absent -> new Registration.Absent(id);
            case DatasetState.Withdrawn withdrawn -> new Registration.Gone(id);
            case DatasetState.Published published -> {
                var current = store.dataset(id).orElseThrow();
                var refusal = mayEdit(current, by).or(() -> mayEdit(draft, by));
                if (refusal.isPresent()) {
                    yield refusal.get();
                }
                var dataset = asRevised(current, draft);
                retired.note(current, dataset);
                yield noted(publish(dataset, expected), AuditAction.REVISED, by);
            }
        };
    }

    /// Replaces a published dataset by a state that was made from it, on behalf of a person.
    ///
    /// An imported record may violate the profile, which is no reason to leave the rest of it as it is; what conforms
    /// must still conform.
    ///
    /// @param expected the change number the new state was made from
    /// @param detail   for the audit log
    public Registration replace(Dataset made, long expected, AuditAction action, String detail, Account by) {
        var id = made.id();
        return switch (store.state(id)) {
            case DatasetState.Absent absent -> new Registration.Absent(id);
            case DatasetState.Withdrawn withdrawn -> new Registration.Gone(id);
            case DatasetState.Published(long number) -> {
                if (number != expected) {
                    yield new Registration.Conflict(id, number);
                }
                var current = store.dataset(id).orElseThrow();
                var refusal = mayEdit(current, by).or(() -> mayEdit(made, by));
                if (refusal.isPresent()) {
                    yield refusal.get();
                }
                var dataset = asReplaced(made);
                var report = conformance.check(DatasetRdf.write(dataset, iris));
                if (!report.conforms()
                        && conformance.check(DatasetRdf.write(current, iris)).conforms()) {
                    yield new Registration.NotConforming(report);
                }
                retired.note(current, dataset);
                var registration = commit(dataset, OptionalLong.of(expected), report);
                if (registration instanceof Registration.Done) {
                    audit.record(by.name(), action, id.value(), detail, "");
                }
                yield registration;
            }
        };
    }

    /// Takes a dataset out of the catalogue, whatever state it is in, leaving a tombstone with the reason.
    public Registration withdraw(DatasetId id, String reason, Account by) {
        return withdraw(id, reason, OptionalLong.empty(), by);
    }

    /// Takes a dataset out of the catalogue, leaving a tombstone with the reason.
    ///
    /// @param expected the change number the editor saw, of `If-Match`; empty where it does not matter
    public Registration withdraw(DatasetId id, String reason, OptionalLong expected, Account by) {
        return switch (store.state(id)) {
            case DatasetState.Absent absent -> new Registration.Absent(id);
            case DatasetState.Withdrawn withdrawn -> new Registration.Gone(id);
            case DatasetState.Published published -> {
                var current = store.dataset(id).orElseThrow();
                var refusal = mayEdit(current, by);
                yield refusal.isPresent()
                        ? refusal.get()
                        : switch (commits.commit(new Change.WithdrawDataset(id, clock.instant(), reason, expected))) {
                            case Commits.Result.Made made -> {
                                audit.record(by.name(), AuditAction.WITHDRAWN, id.value(), reason, "");
                                yield new Registration.Done(
                                        current, made.number(), conformance.check(DatasetRdf.write(current, iris)));
                            }
                            case Commits.Result.Stale stale -> new Registration.Conflict(id, stale.current());
                        };
            }
        };
    }

    /// Makes a file the bytes of a distribution.
    public Upload upload(DistributionId id, InputStream bytes, Account by) {
        var current = store.dataset(id.dataset());
        var distribution = current.flatMap(dataset -> dataset.distribution(id));
        if (distribution.isEmpty()) {
            return new Upload.Absent(id);
        }
        if (mayEdit(current.get(), by).isPresent()) {
            return new Upload.NotAllowed(current.get().publisher().orElseThrow());
        }
        return switch (keep(bytes)) {
            case Stored.Empty empty -> new Upload.Empty();
            case Stored.TooLarge large -> new Upload.TooLarge(large.limit());
            case Stored.CutOff cut -> new Upload.CutOff(cut.received(), cut.reason());
            case Stored.Kept kept -> {
                var upload = attach(id, kept);
                if (upload instanceof Upload.Done done) {
                    audit.record(by.name(), AuditAction.UPLOADED, id.toString(), done.facts().digest().hex(), "");
                }
                yield upload;
            }
        };
    }

    /// The change log says what was published, this says by whom. It is written after the commit: what a crash between
    /// the two leaves out of it, the change log still has.
    private Registration noted(Registration registration, AuditAction action, Account by) {
        if (registration instanceof Registration.Done done) {
            audit.record(by.name(), action, done.dataset().id().value(), "change " + done.number(), "");
        }
        return registration;
    }

    /// Several uploads to one dataset may end at once: each is put onto the state the others left.
    private Upload attach(DistributionId id, Stored.Kept kept) {
        var facts = inspections.facts(kept.digest());
        while (true) {
            if (!(store.state(id.dataset()) instanceof DatasetState.Published published)) {
                return new Upload.Absent(id);
            }
            var current = store.dataset(id.dataset());
            var distribution = current.flatMap(dataset -> dataset.distribution(id));
            if (distribution.isEmpty()) {
                return new Upload.Absent(id);
            }
            var attached = held(distribution.get(), kept);
            // An imported record may violate the profile; that is no reason to refuse its bytes.
            var dataset = replace(current.get(), attached);
            if (commits.publish(dataset, OptionalLong.of(published.number())) instanceof Commits.Result.Made) {
                return new Upload.Done(dataset, attached, facts);
            }
        }
    }

    private Registration publish(Dataset dataset, OptionalLong expected) {
        var report = conformance.check(DatasetRdf.write(dataset, iris));
        return report.conforms() ? commit(dataset, expected, report) : new Registration.NotConforming(report);
    }

    private Registration commit(Dataset dataset, OptionalLong expected, ConformanceReport report) {
        dataset.distributions().stream()
                .filter(held::isHeld)
                .flatMap(each -> each.checksum().stream())
                .filter(archive::contains)
                .forEach(inspections::facts);
        return switch (commits.publish(dataset, expected)) {
            case Commits.Result.Made made -> {
                inspections.request(dataset);
                yield new Registration.Done(dataset, made.number(), report);
            }
            case Commits.Result.Stale stale -> new Registration.Conflict(dataset.id(), stale.current());
        };
    }

    private static Dataset replace(Dataset dataset, Distribution changed) {
        return dataset.with()
                .distributions(dataset.distributions().stream()
                        .map(each -> each.id().equals(changed.id()) ? changed : each)
                        .toList())
                .build();
    }

    private static Optional<Registration> mayEdit(Dataset dataset, Account by) {
        return dataset.publisher()
                .filter(publisher -> !by.mayEdit(publisher))
                .map(Registration.NotAllowed::new);
    }
}
