package tw.touchstone.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/// The directory of the index on disk, checked before use.
///
/// Each format has a folder of its own, named after it. The index of a format before lies beside it and is still read while
/// this one is being built; it is deleted when nobody needs it any more.
final class IndexFolder {

    /// Raise this whenever the analysis or the fields change: an index of another version is built anew.
    static final String FORMAT = "5";

    private static final Pattern FOLDER = Pattern.compile("[0-9]{1,4}");

    private static final String FORMAT_KEY = "touchstone.format";

    private static final String NUMBER_KEY = "touchstone.number";

    private static final Logger LOGGER = System.getLogger(IndexFolder.class.getName());

    private IndexFolder() {}

    /// What is written with every commit.
    static Map<String, String> commitData(long number) {
        return Map.of(FORMAT_KEY, FORMAT, NUMBER_KEY, Long.toString(number));
    }

    /// The number a commit was written with.
    static long number(Map<String, String> commitData) {
        return Long.parseLong(commitData.getOrDefault(NUMBER_KEY, "0"));
    }

    /// Opens the folder of this format; what is in it and cannot be used is deleted.
    static Directory open(Path index) {
        var path = index.resolve(FORMAT);
        try {
            Files.createDirectories(path);
            var directory = FSDirectory.open(path);
            // Nobody else may be writing while a damaged index is judged and deleted.
            try (var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                var fault = fault(directory);
                if (!fault.isEmpty()) {
                    LOGGER.log(Level.WARNING, "The search index in {0} is built anew: {1}", path, fault);
                    empty(directory);
                }
                lock.ensureValid();
            }
            return directory;
        } catch (LockObtainFailedException e) {
            throw new UncheckedIOException("the search index in " + path + " is open in another process", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the search index in " + path + " cannot be opened", e);
        }
    }

    /// The folders of other formats that hold an index: those beside ours, and the whole directory, where the first formats
    /// were.
    static List<Path> others(Path index) throws IOException {
        try (var beside = Files.list(index)) {
            return Stream.concat(Stream.of(index), beside.filter(each -> FOLDER.matcher(each.getFileName().toString()).matches()))
                    .filter(each -> !each.equals(index.resolve(FORMAT)))
                    .filter(IndexFolder::holdsIndex)
                    .toList();
        }
    }

    /// Deletes an index, and its folder where it has one of its own.
    static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(file);
            }
        }
        if (FOLDER.matcher(folder.getFileName().toString()).matches()) {
            Files.deleteIfExists(folder);
        }
    }

    private static boolean holdsIndex(Path folder) {
        try (var directory = FSDirectory.open(folder)) {
            return DirectoryReader.indexExists(directory);
        } catch (IOException e) {
            return false;
        }
    }

    /// Why the index cannot be used; empty where it can, or where there is none yet.
    private static String fault(Directory directory) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            var data = reader.getIndexCommit().getUserData();
            if (!FORMAT.equals(data.get(FORMAT_KEY))) {
                return "it has format " + data.get(FORMAT_KEY) + ", and this program writes " + FORMAT;
            }
            number(data);
            for (var leaf : reader.leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
            return "";
        } catch (IndexNotFoundException e) {
            return "";
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | NoSuchFileException
                | FileNotFoundException
                | IllegalArgumentException e) {
            return "it is damaged or of another version of Lucene (" + e.getMessage() + ")";
        }
    }

    private static void empty(Directory directory) throws IOException {
        for (var file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
        directory.syncMetaData();
    }
}
