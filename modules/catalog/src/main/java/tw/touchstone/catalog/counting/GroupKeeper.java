package tw.touchstone.catalog.counting;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.usage.Group;
import tw.touchstone.usage.Usage;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Vocabularies;

/// Tells the counts, once a minute and at the end, where the datasets that were counted meanwhile belong (ADR 58).
///
/// It follows visits and not changes: an import of the whole national catalogue costs it nothing. One thread.
public final class GroupKeeper implements AutoCloseable {

    private static final Logger LOG = System.getLogger(GroupKeeper.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final CatalogStore store;
    private final Usage usage;
    private final Vocabularies vocabularies;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /// A keeper that is not started yet.
    public GroupKeeper(CatalogStore store, Usage usage, Vocabularies vocabularies) {
        this.store = store;
        this.usage = usage;
        this.vocabularies = vocabularies;
        this.thread = Thread.ofPlatform().name("usage-groups").daemon(true).unstarted(this::loop);
    }

    /// Begins to keep.
    public void start() {
        thread.start();
    }

    private void loop() {
        try {
            do {
                keepQuietly();
            } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Does it now.
    public void keep() {
        usage.groups().assign(this::groups);
    }

    private void keepQuietly() {
        try {
            keep();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "where counted datasets belong could not be found out; it is tried again", e);
        }
    }

    private Optional<Set<Group>> groups(DatasetId id) {
        return store.dataset(id).map(this::groups);
    }

    /// The agency, and the themes as the search has them: each with the broader one.
    private Set<Group> groups(Dataset dataset) {
        var groups = new LinkedHashSet<Group>();
        dataset.publisher().ifPresent(agency -> groups.add(new Group(Group.Sort.AGENCY, agency.value())));
        for (var theme : vocabularies.themesOf(dataset)) {
            group(theme).ifPresent(groups::add);
        }
        return groups;
    }

    private static Optional<Group> group(Concept theme) {
        return Optional.of(theme.notation())
                .filter(Group::isValid)
                .map(notation -> new Group(Group.Sort.THEME, notation));
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keepQuietly();
    }
}
