package tw.touchstone.catalog.mending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tw.touchstone.archive.Archive;
import tw.touchstone.archive.Stored;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.evaluating.Unpublished;
import tw.touchstone.catalog.inspecting.FactsIndex;
import tw.touchstone.catalog.inspecting.Scratch;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.catalog.publishing.Registration;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.quality.JsonReading;
import tw.touchstone.quality.KnownTerms;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Subject;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.DatasetState;
import tw.touchstone.vocabulary.NationalTerms;

/// Proposes fixes of published datasets, shows what each would change and do, applies and undoes them.
///
/// A fix is offered only where the new file reads as the old one does and no check or award becomes worse. Applying it
/// publishes a new version by the way every version goes; undoing it publishes the version before. Thread-safe.
public final class Mending {

    /// What a larger file becomes is foretold only when its fix is looked at, since it has to be written for that.
    public static final long FORETOLD = 64L << 20;

    private final CatalogStore store;
    private final Archive archive;
    private final Publishing publishing;
    private final Evaluations evaluations;
    private final FactsIndex facts;
    private final Proposals proposals;
    private final Rewrites rewrites;
    private final Placing placing;
    private final AppliedFixes applied;
    private final long limit;

    /// The catalogue's fixes.
    ///
    /// @param limit greatest size of one file, in bytes
    public Mending(
            CatalogStore store,
            Archive archive,
            Database database,
            Publishing publishing,
            Evaluations evaluations,
            FactsIndex facts,
            NationalTerms national,
            KnownTerms known,
            Scratch scratch,
            long limit,
            Clock clock) {
        this.store = store;
        this.archive = archive;
        this.publishing = publishing;
        this.evaluations = evaluations;
        this.facts = facts;
        this.proposals = new Proposals(national, known);
        this.rewrites = new Rewrites(archive, scratch, limit);
        this.placing = new Placing(publishing, clock);
        this.applied = new AppliedFixes(database, clock);
        this.limit = limit;
        applied.settle(this::standing);
    }

    private Optional<AppliedFixes.Standing> standing(DatasetId dataset) {
        return store.state(dataset) instanceof DatasetState.Published(long number)
                ? store.dataset(dataset).map(each -> new AppliedFixes.Standing(number, state(each)))
                : Optional.empty();
    }

    /// A dataset as it stands, what is known of it, how it is judged, and what is proposed for it.
    ///
    /// @param policies   in force when it was looked at
    /// @param scorecards under each of them
    private record Patient(
            Dataset dataset,
            Subject subject,
            List<Policy> policies,
            List<Scorecard> scorecards,
            List<Proposal> proposals) {

        ByteFacts facts(FileFix fix) {
            return subject.factsOf(fix.of()).bytes().orElseThrow();
        }
    }

    private Patient patient(Dataset dataset) {
        var subject = evaluations.subject(dataset, Unpublished.NOTHING);
        var policies = evaluations.policies();
        var scorecards = evaluations.preview(policies, subject);
        return new Patient(
                dataset, subject, policies, scorecards, proposals.of(subject, scorecards, publishing::isHeld));
    }

    /// What can be mended in a dataset as it was published.
    public List<Offer> offers(Dataset dataset) {
        var patient = patient(dataset);
        return patient.proposals().stream()
                .flatMap(proposal -> offer(patient, proposal).stream())
                .toList();
    }

    private Optional<Offer> offer(Patient patient, Proposal proposal) {
        var fix = proposal.fix();
        if (fix instanceof FileFix file && patient.facts(file).size() > FORETOLD) {
            return Optional.of(new Offer(FixId.of(fix), fix, proposal.ground(), Optional.empty()));
        }
        return sight(patient, proposal) instanceof FixSight.Shown(FixPreview preview)
                ? Optional.of(new Offer(preview.id(), fix, proposal.ground(), Optional.of(preview.forecast())))
                : Optional.empty();
    }

    /// What a fix would change in a dataset as it was published.
    public FixSight preview(Dataset dataset, FixId id) {
        var patient = patient(dataset);
        return find(patient, id).map(proposal -> sight(patient, proposal)).orElse(new FixSight.Outdated());
    }

    private static Optional<Proposal> find(Patient patient, FixId id) {
        return patient.proposals().stream()
                .filter(proposal -> FixId.of(proposal.fix()).equals(id))
                .findFirst();
    }

    private FixSight sight(Patient patient, Proposal proposal) {
        return switch (proposal.fix()) {
            case MetadataFix fix ->
                sight(patient, proposal, fix.mend(patient.dataset()), Unpublished.NOTHING, List.of());
            case FileFix fix -> {
                var original = patient.dataset().distribution(fix.of()).orElseThrow();
                yield switch (rewrites.foretell(fix, original, patient.facts(fix))) {
                    case Rewrites.Result.NotMade(LangText reason) -> new FixSight.Impossible(reason);
                    case Rewrites.Result.Made(ByteFacts made, List<LineChange> lines) -> {
                        var placed = placing.place(patient.dataset(), fix, made);
                        var change = new FileChange(placed.distribution(), patient.facts(fix), made, lines);
                        yield sight(patient, proposal, placed.dataset(), Unpublished.of(made), List.of(change));
                    }
                };
            }
        };
    }

    private FixSight sight(
            Patient patient, Proposal proposal, Dataset mended, Unpublished more, List<FileChange> files) {
        var after = evaluations.preview(patient.policies(), evaluations.subject(mended, more));
        var forecast = new Forecast(patient.policies(), patient.scorecards(), after);
        var worse = forecast.worse();
        return worse.isPresent()
                ? new FixSight.Harmful(worse.get())
                : new FixSight.Shown(new FixPreview(
                        FixId.of(proposal.fix()),
                        proposal.fix(),
                        proposal.ground(),
                        forecast,
                        FieldChanges.between(patient.dataset(), mended),
                        files));
    }

    /// Publishes a dataset with a fix.
    ///
    /// @param dataset  as it was published
    /// @param expected the change number it was published with
    public FixApplication apply(Dataset dataset, long expected, FixId id, Account by) {
        var patient = patient(dataset);
        var proposal = find(patient, id);
        if (proposal.isEmpty()) {
            return new FixApplication.NotToBeHad(new FixSight.Outdated());
        }
        var sight = sight(patient, proposal.get());
        if (!(sight instanceof FixSight.Shown)) {
            return new FixApplication.NotToBeHad(sight);
        }
        return switch (proposal.get().fix()) {
            case MetadataFix fix -> publish(dataset, fix.mend(dataset), expected, id, by);
            case FileFix fix -> {
                var original = dataset.distribution(fix.of()).orElseThrow();
                yield rewrites.make(fix, original, patient.facts(fix), (file, result) -> switch (result) {
                    case Rewrites.Result.NotMade(LangText reason) ->
                        new FixApplication.NotToBeHad(new FixSight.Impossible(reason));
                    case Rewrites.Result.Made(ByteFacts made, _) -> {
                        keep(file, made);
                        yield publish(dataset, placing.place(dataset, fix, made).dataset(), expected, id, by);
                    }
                });
            }
        };
    }

    /// Kept before the metadata names it, as every file is.
    private void keep(Path file, ByteFacts made) {
        try (var bytes = Files.newInputStream(file)) {
            if (!(archive.put(bytes, limit) instanceof Stored.Kept(Sha256 digest, long _)) || !digest.equals(made.digest())) {
                throw new IllegalStateException("a file that was written anew could not be kept: " + made.digest());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        facts.keep(made);
    }

    private FixApplication publish(Dataset before, Dataset mended, long expected, FixId id, Account by) {
        var document = archive.put(QualityJson.write(before));
        long fix = applied.begin(
                before.id(), id, by.name(), expected, document, state(publishing.asReplaced(mended)));
        var registration =
                publishing.replace(mended, expected, AuditAction.FIX_APPLIED, id + ", change " + expected, by);
        if (!(registration instanceof Registration.Done done)) {
            applied.drop(fix);
            return new FixApplication.NotPublished(registration);
        }
        return new FixApplication.Done(done, applied.complete(fix, done.number()));
    }

    private static Sha256 state(Dataset dataset) {
        return Sha256.of(QualityJson.write(dataset));
    }

    /// The fixes that were applied to a dataset, the newest first.
    public List<AppliedFix> applied(DatasetId dataset) {
        return applied.of(dataset);
    }

    /// Whether a fix can be undone: the dataset is still what the fix made of it.
    public boolean isUndoable(AppliedFix fix, Dataset current) {
        return fix.undone().isEmpty() && state(current).equals(fix.after());
    }

    /// Publishes a dataset as it was before a fix.
    ///
    /// @param number of the applied fix
    public FixUndoing undo(DatasetId dataset, long number, Account by) {
        var found = applied.find(dataset, number);
        if (found.isEmpty()) {
            return new FixUndoing.Absent();
        }
        var fix = found.get();
        if (fix.undone().isPresent()) {
            return new FixUndoing.Already(fix);
        }
        return switch (store.state(dataset)) {
            case DatasetState.Absent _ -> new FixUndoing.NotPublished(new Registration.Absent(dataset));
            case DatasetState.Withdrawn _ -> new FixUndoing.NotPublished(new Registration.Gone(dataset));
            case DatasetState.Published(long current) -> {
                boolean unchanged = store.dataset(dataset).filter(each -> isUndoable(fix, each)).isPresent();
                yield unchanged ? undo(fix, current, by) : new FixUndoing.ChangedSince(fix);
            }
        };
    }

    /// Whoever changes the dataset between the look at it and the commit moves its number, and is not overwritten.
    private FixUndoing undo(AppliedFix fix, long current, Account by) {
        applied.beginUndoing(fix, by.name());
        var registration = publishing.replace(
                before(fix), current, AuditAction.FIX_UNDONE, "fix " + fix.number() + ", change " + current, by);
        if (!(registration instanceof Registration.Done done)) {
            applied.keepApplied(fix.number());
            return new FixUndoing.NotPublished(registration);
        }
        return new FixUndoing.Done(done, applied.undone(fix.number(), done.number()));
    }

    private Dataset before(AppliedFix fix) {
        var document = archive.read(fix.before())
                .orElseThrow(() -> new IllegalStateException("the archive has lost the document " + fix.before()));
        return switch (QualityJson.readDataset(document)) {
            case JsonReading.Value<Dataset>(Dataset dataset) -> dataset;
            case JsonReading.Refused<Dataset> refused ->
                throw new IllegalStateException("a dataset before its fix cannot be read: " + refused.message());
        };
    }
}
