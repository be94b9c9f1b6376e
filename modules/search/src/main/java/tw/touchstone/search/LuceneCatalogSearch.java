package tw.touchstone.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.jspecify.annotations.Nullable;
import tw.touchstone.model.DatasetId;

/// The index of one directory: one writer, and searchers of the moments in between.
final class LuceneCatalogSearch implements CatalogSearch {

    private static final Logger LOGGER = System.getLogger(LuceneCatalogSearch.class.getName());

    /// Segments up to this size stay in memory until the next commit, so that a single change costs no files. Larger
    /// ones are searched a fifth faster as mapped files.
    private static final double YOUNG_MB = 1;

    private static final double ALL_YOUNG_MB = 8;

    private static final double BUFFER_MB = 48;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Answers answers;
    private final Selecting selecting;
    private final Suggestions suggestions = new Suggestions();
    private final CommitSchedule schedule;
    private final ScheduledExecutorService background;

    /// Held while changes are applied, so that number and content belong together.
    private final ReentrantLock applying = new ReentrantLock();

    private volatile long lastApplied;

    /// Answers as long as it stands at a later change than ours.
    private volatile Optional<FormerIndex> former = Optional.empty();

    private final AtomicLong uncommitted = new AtomicLong();

    private LuceneCatalogSearch(Directory directory, Synonyms synonyms, CommitSchedule schedule) throws IOException {
        this.directory = directory;
        this.schedule = schedule;
        var config = new IndexWriterConfig(IndexAnalyzer.create())
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false);
        writer = new IndexWriter(new NRTCachingDirectory(directory, YOUNG_MB, ALL_YOUNG_MB), config);
        lastApplied = IndexFolder.number(committed(writer));
        searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                return new CatalogSearcher(reader);
            }
        });
        var thesaurus = new Thesaurus(synonyms);
        answers = new Answers(thesaurus);
        selecting = new Selecting(thesaurus);
        background = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("search-commit").daemon().factory());
    }

    static LuceneCatalogSearch open(Path path, Synonyms synonyms, CommitSchedule schedule) {
        try {
            var search = new LuceneCatalogSearch(IndexFolder.open(path), synonyms, schedule);
            search.former = FormerIndex.beside(path, search.lastApplied);
            return search;
        } catch (IOException e) {
            throw new UncheckedIOException("the search index in " + path + " cannot be opened", e);
        }
    }

    @Override
    public void apply(List<IndexChange> changes, long number) {
        applying.lock();
        try {
            for (var change : changes) {
                switch (change) {
                    case IndexChange.Put(var entry) ->
                        writer.updateDocument(key(entry.id()), EntryDocument.of(entry));
                    case IndexChange.Remove(var id) -> writer.deleteDocuments(key(id));
                }
            }
            writer.setLiveCommitData(IndexFolder.commitData(number).entrySet());
            searchers.maybeRefreshBlocking();
            lastApplied = number;
            caughtUp();
            scheduleCommit(Math.max(1, changes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be written", e);
        } finally {
            applying.unlock();
        }
    }

    @Override
    public long lastApplied() {
        return lastApplied;
    }

    @Override
    public void commit() {
        uncommitted.set(0);
        try {
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be written", e);
        }
    }

    @Override
    public SearchOutcome search(SearchQuery query) {
        var answering = former;
        if (answering.isPresent()) {
            var answer = formerly(query, answering.get());
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return read(searcher -> answers.answer(query, searcher));
    }

    /// Of the index that is being built, where one is: an older one has no change numbers, and programs that take what
    /// changed would believe that nothing did.
    @Override
    public Optional<Selected> select(Selection selection) {
        try {
            return Optional.of(read(searcher -> selecting.select(selection, searcher)));
        } catch (IndexSearcher.TooManyClauses e) {
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        T of(CatalogSearcher searcher) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            var searcher = (CatalogSearcher) searchers.acquire();
            try {
                return reading.of(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be read", e);
        }
    }

    /// What the former index answers; empty where it cannot, or is closed meanwhile.
    private Optional<SearchOutcome> formerly(SearchQuery query, FormerIndex index) {
        var reader = index.searcher().getIndexReader();
        if (!reader.tryIncRef()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (answers.answer(query, index.searcher())) {
                        case SearchResult result -> result.with(SearchResult.Note.REBUILDING);
                        case SearchOutcome.InvalidCursor invalid -> invalid;
                    });
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            LOGGER.log(Level.WARNING, "The former search index cannot answer; the new one does, as far as it is built", e);
            former = Optional.empty();
            index.delete();
            return Optional.empty();
        } finally {
            release(reader);
        }
    }

    private static void release(IndexReader reader) {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException("the former search index cannot be closed", e);
        }
    }

    /// Lets go of the former index once ours stands where it stood.
    private void caughtUp() {
        var left = former;
        if (left.isPresent() && lastApplied >= left.get().number()) {
            former = Optional.empty();
            left.get().delete();
        }
    }

    @Override
    public List<Suggestion> suggest(String typed) {
        return read(searcher -> suggestions.of(typed, searcher));
    }

    @Override
    public void updateDownloads(Map<DatasetId, Long> downloads) {
        applying.lock();
        try {
            for (var count : downloads.entrySet()) {
                writer.updateNumericDocValue(key(count.getKey()), EntryDocument.DOWNLOADS, count.getValue());
            }
            searchers.maybeRefreshBlocking();
            scheduleCommit(downloads.size());
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be written", e);
        } finally {
            applying.unlock();
        }
    }

    @Override
    public long size() {
        return former.map(index -> (long) index.searcher().getIndexReader().numDocs())
                .orElseGet(() -> (long) writer.getDocStats().numDocs);
    }

    @Override
    public void close() {
        background.shutdown();
        former.ifPresent(FormerIndex::close);
        applying.lock();
        try (directory;
                writer;
                searchers) {
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be written", e);
        } finally {
            applying.unlock();
        }
    }

    /// Waits for the commits that are due now.
    void awaitBackground() {
        CompletableFuture.runAsync(() -> {}, background).join();
    }

    private void scheduleCommit(long changes) {
        long before = uncommitted.getAndAdd(changes);
        if (before < schedule.changes() && before + changes >= schedule.changes()) {
            background.execute(this::commitInBackground);
        } else if (before == 0) {
            var _ = background.schedule(this::commitInBackground, schedule.after().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void commitInBackground() {
        try {
            commit();
        } catch (UncheckedIOException e) {
            LOGGER.log(Level.ERROR, "The search index could not be written; it is tried again with the next change", e);
        }
    }

    private static Term key(DatasetId id) {
        return new Term(EntryDocument.KEY, id.value());
    }

    private static Map<String, String> committed(IndexWriter writer) {
        var data = new HashMap<String, String>();
        var live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }
}
