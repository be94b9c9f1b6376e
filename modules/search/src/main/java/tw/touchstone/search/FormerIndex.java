package tw.touchstone.search;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/// An index of a format before ours, which answers while ours is being built. It is only read.
///
/// It knows other fields and terms, so that it may find less; that is better than nothing.
final class FormerIndex implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(FormerIndex.class.getName());

    private final Path folder;
    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final CatalogSearcher searcher;
    private final long number;

    private FormerIndex(Path folder) throws IOException {
        this.folder = folder;
        directory = FSDirectory.open(folder);
        try {
            reader = DirectoryReader.open(directory);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
        searcher = new CatalogSearcher(reader);
        number = IndexFolder.number(reader.getIndexCommit().getUserData());
    }

    /// The one that got furthest, if it got further than ours; the others are deleted.
    static Optional<FormerIndex> beside(Path index, long ours) throws IOException {
        Optional<FormerIndex> best = Optional.empty();
        for (var folder : IndexFolder.others(index)) {
            try {
                var former = new FormerIndex(folder);
                if (former.number > best.map(FormerIndex::number).orElse(ours)) {
                    best.ifPresent(FormerIndex::delete);
                    best = Optional.of(former);
                } else {
                    former.delete();
                }
            } catch (IOException | RuntimeException e) {
                LOGGER.log(Level.WARNING, "The search index in {0} cannot be read and is deleted: {1}", folder, e.getMessage());
                IndexFolder.delete(folder);
            }
        }
        best.ifPresent(former -> LOGGER.log(
                Level.INFO,
                "The search index is built anew for this version; until then the one in {0} answers",
                former.folder));
        return best;
    }

    CatalogSearcher searcher() {
        return searcher;
    }

    /// The number of the change it stands at.
    long number() {
        return number;
    }

    /// Closes it and deletes its files. Searches under way keep what they have open.
    void delete() {
        close();
        try {
            IndexFolder.delete(folder);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The former search index could not be deleted; the next start tries again", e);
        }
    }

    @Override
    public void close() {
        try (directory;
                reader) {
            LOGGER.log(Level.DEBUG, "the former index in {0} is closed", folder);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "the former search index could not be closed", e);
        }
    }
}
