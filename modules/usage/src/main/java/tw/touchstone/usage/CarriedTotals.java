package tw.touchstone.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.model.DatasetId;

/// Totals of other systems, in a file of their own: shown beside ours as "carried over, definition unknown", and added
/// to nothing. May be used from any thread.
public final class CarriedTotals {

    private static final Logger LOG = System.getLogger(CarriedTotals.class.getName());
    private static final String NAME = "carried-over.tsv";

    private final Path directory;
    private final Path path;
    private volatile List<CarriedOver> all;
    private volatile Map<DatasetId, List<CarriedOver>> byDataset = Map.of();

    /// What one source counted of all datasets together.
    public record SourceTotal(String source, LocalDate asOf, long datasets, long views, long downloads) {}

    private CarriedTotals(Path directory, List<CarriedOver> all) {
        this.directory = directory;
        this.path = directory.resolve(NAME);
        this.all = all;
        index();
    }

    static CarriedTotals open(Path directory) throws IOException {
        Path path = directory.resolve(NAME);
        var lines = Files.isRegularFile(path) ? Files.readAllLines(path, StandardCharsets.UTF_8) : List.<String>of();
        var read = lines.stream().map(CarriedTotals::parse).toList();
        long wrong = read.stream().filter(Optional::isEmpty).count();
        if (wrong > 0) {
            LOG.log(Level.WARNING, "{0} lines of {1} cannot be read and are passed over", wrong, path);
        }
        return new CarriedTotals(directory, read.stream().flatMap(Optional::stream).toList());
    }

    private static Optional<CarriedOver> parse(String line) {
        var fields = line.split("\t", -1);
        try {
            return fields.length == 5
                    ? Optional.of(new CarriedOver(
                            new DatasetId(fields[0]),
                            Long.parseLong(fields[1]),
                            Long.parseLong(fields[2]),
                            fields[4],
                            LocalDate.parse(fields[3])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private void index() {
        var index = new HashMap<DatasetId, List<CarriedOver>>();
        all.forEach(each -> index.computeIfAbsent(each.dataset(), added -> new ArrayList<>()).add(each));
        byDataset = index;
    }

    /// Takes over what a source counted, in place of everything that it was said to have counted before.
    ///
    /// @return whether that is anything else than before; where it is not, nothing is written
    /// @throws UncheckedIOException if it cannot be written; what is shown stays as before
    public synchronized boolean replace(String source, Collection<CarriedOver> counted) {
        var next = Stream.concat(all.stream().filter(each -> !each.source().equals(source)), counted.stream())
                .sorted(Comparator.comparing(CarriedOver::source).thenComparing(CarriedOver::dataset))
                .toList();
        if (next.equals(all)) {
            return false;
        }
        try {
            write(next);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
        all = next;
        index();
        return true;
    }

    private void write(List<CarriedOver> next) throws IOException {
        var text = next.stream()
                .map(each -> "%s\t%d\t%d\t%s\t%s\n"
                        .formatted(each.dataset(), each.views(), each.downloads(), each.asOf(), each.source()))
                .collect(Collectors.joining());
        Path unfinished = path.resolveSibling(NAME + ".part");
        Files.writeString(unfinished, text, StandardCharsets.UTF_8);
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DirectorySync.sync(directory);
    }

    /// What others counted of a dataset.
    public List<CarriedOver> of(DatasetId dataset) {
        return List.copyOf(byDataset.getOrDefault(dataset, List.of()));
    }

    /// What each source counted, by name.
    public List<SourceTotal> sources() {
        return all.stream()
                .collect(Collectors.groupingBy(CarriedOver::source))
                .values()
                .stream()
                .map(CarriedTotals::sum)
                .sorted(Comparator.comparing(SourceTotal::source))
                .toList();
    }

    private static SourceTotal sum(List<CarriedOver> counted) {
        return new SourceTotal(
                counted.getFirst().source(),
                counted.getFirst().asOf(),
                counted.size(),
                counted.stream().mapToLong(CarriedOver::views).sum(),
                counted.stream().mapToLong(CarriedOver::downloads).sum());
    }

    List<LogFile> logFiles() throws IOException {
        return Files.isRegularFile(path) ? List.of(new LogFile(path, Files.size(path))) : List.of();
    }
}
