package tw.touchstone.search;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.DatasetId;

/// The search index of the catalogue. Safe for use by several threads.
///
/// What [#apply] was given is in the very next search. It is written to disk a little later, in the background and on
/// [#close]: after a crash [#lastApplied] is the last change that is safely in the index, and the caller applies the
/// later ones again. Failures of the disk are thrown as [UncheckedIOException].
public interface CatalogSearch extends AutoCloseable {

    /// Opens or creates the index in a directory of its own.
    ///
    /// A damaged index is emptied with a warning in the log: [#lastApplied] is then zero, and the caller applies everything
    /// again. So it is with an index of another format version; as long as that one can be read it answers, with the note
    /// [SearchResult.Note#REBUILDING], until the new one stands where it stood.
    ///
    /// @throws UncheckedIOException if the directory cannot be used, for example because another process has it open
    static CatalogSearch open(Path directory, Synonyms synonyms) {
        return LuceneCatalogSearch.open(directory, synonyms, CommitSchedule.DEFAULT);
    }

    /// Applies changes in their order and records that the index now stands at change `number` of the log.
    void apply(List<IndexChange> changes, long number);

    /// The number the index stands at; zero for an empty index.
    long lastApplied();

    /// Writes all that was applied to disk now.
    void commit();

    /// Answers a question; any text and any filter value is answered.
    SearchOutcome search(SearchQuery query);

    /// Answers a question of a program; empty where its condition holds more texts than can be looked for at once.
    Optional<Selected> select(Selection selection);

    /// What somebody may be about to type, at most fifteen: agencies, themes, columns and titles that begin with a text or
    /// hold it. Any text is answered; names may be ten seconds old.
    List<Suggestion> suggest(String typed);

    /// Sets the counted downloads of these datasets, as one batch; unknown datasets are passed over.
    void updateDownloads(Map<DatasetId, Long> downloads);

    /// How many datasets are in the index.
    long size();

    /// Writes all that was applied to disk and releases the directory.
    @Override
    void close();
}
