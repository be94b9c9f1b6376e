package tw.touchstone.catalog;

import java.util.Optional;
import tw.touchstone.catalog.certificates.Certificates;
import tw.touchstone.catalog.certificates.SigningKeys;
import tw.touchstone.catalog.corpus.Corpus;
import tw.touchstone.catalog.corpus.JudgedAgain;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.evaluating.Subjects;
import tw.touchstone.catalog.history.QualityHistory;
import tw.touchstone.catalog.history.StoredCases;
import tw.touchstone.catalog.policies.AdoptionSweep;
import tw.touchstone.catalog.policies.Policies;
import tw.touchstone.catalog.policies.Simulation;
import tw.touchstone.catalog.policies.Timekeeper;
import tw.touchstone.catalog.versions.Versions;
import tw.touchstone.catalog.watching.FallNotices;
import tw.touchstone.model.DatasetId;
import tw.touchstone.quality.Reference;
import tw.touchstone.quality.rules.Rules;
import tw.touchstone.store.DatasetState;

/// How good datasets are: policies, what they gave, why it changed, and what is certified of it.
/// Thread-safe; part of an open [Catalog].
public final class Judging {

    private final OpenHome home;
    private final Policies policies;
    private final Evaluations evaluations;
    private final StoredCases cases;
    private final QualityHistory history;
    private final Versions versions;
    private final Simulation simulation;
    private final Certificates certificates;

    Judging(OpenHome home, Reference reference, Gathered gathered, Membership members) {
        this.home = home;
        var settings = home.settings();
        var clock = home.clock();
        var corpus = new Corpus(home.database(), settings.iris(), clock);
        var subjects = new Subjects(home.store(), gathered.facts(), gathered.links(), corpus, settings.iris());
        var scorer = Rules.scorer(reference);
        policies = new Policies(home.database(), home.archive(), PolicyFiles.texts(), clock);
        evaluations = new Evaluations(
                home.store(),
                home.archive(),
                home.database(),
                subjects,
                scorer,
                policies,
                corpus,
                Catalog.SHOWN_POLICY,
                Catalog.SHOWN_GRADES,
                settings.iris(),
                clock);
        cases = new StoredCases(home.archive());
        history = new QualityHistory(evaluations.history(), cases);
        versions = new Versions(evaluations.history(), home.archive(), settings.iris(), Catalog.SHOWN_POLICY);
        simulation = new Simulation(
                home.store(), subjects, evaluations.history(), scorer, policies, Catalog.SHOWN_POLICY, clock);
        var signingKeys = SigningKeys.open(settings.signingKeys().orElse(settings.home().signingKeys()), clock);
        certificates = new Certificates(signingKeys, this::held, settings.iris(), clock);
        evaluations.watchedBy(new FallNotices(
                policies::inForce, evaluations.history(), history, members.accounts(), members.notices()));
    }

    /// What a published dataset holds now under a policy.
    private Optional<Certificates.Held> held(DatasetId dataset, String policy) {
        return Optional.of(dataset)
                .filter(id -> home.store().state(id) instanceof DatasetState.Published)
                .flatMap(id -> evaluations.history().current(id, policy))
                .flatMap(stored -> evaluations
                        .scorecard(stored)
                        .map(scorecard -> new Certificates.Held(stored, scorecard.policy())));
    }

    /// Does what only time brings about; not started yet.
    ///
    /// @param judged called after datasets were judged anew
    Timekeeper timekeeper(Runnable judged) {
        return new Timekeeper(
                evaluations,
                policies,
                new AdoptionSweep(policies, evaluations),
                new JudgedAgain(home.database()),
                judged,
                home.clock());
    }

    /// The policies in force and those to come.
    public Policies policies() {
        return policies;
    }

    public Evaluations evaluations() {
        return evaluations;
    }

    /// What scorecards were computed from.
    public StoredCases cases() {
        return cases;
    }

    /// Why awards changed.
    public QualityHistory history() {
        return history;
    }

    /// What datasets and their files were at earlier times.
    public Versions versions() {
        return versions;
    }

    /// Tries policies that are not in force.
    public Simulation simulation() {
        return simulation;
    }

    public Certificates certificates() {
        return certificates;
    }
}
