package tw.touchstone.usage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tw.touchstone.model.DatasetId;

/// Which agency and themes each counted dataset belonged to from which day on: an append-only file of lines.
///
/// A line is a day, a dataset and its groups, parted by tabs; it stands until the next one of the same dataset. What was
/// counted before a dataset's first line belongs to that line. One thread may append while others read.
final class Belongings implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Belongings.class.getName());
    private static final String NAME = "belongings.tsv";

    private final Path path;
    private final RandomAccessFile file;
    private long end;
    private final Map<DatasetId, List<Since>> histories = new ConcurrentHashMap<>();
    private final Map<Group, Set<DatasetId>> members = new ConcurrentHashMap<>();

    /// The groups of a dataset from a day on.
    record Since(int day, Set<Group> groups) {}

    private Belongings(Path path) throws IOException {
        this.path = path;
        read();
        this.file = new RandomAccessFile(path.toFile(), "rw");
        // A line that was under way when the process died is told again.
        file.setLength(end);
    }

    static Belongings open(Path directory) throws IOException {
        return new Belongings(directory.resolve(NAME));
    }

    private void read() throws IOException {
        var text = Files.isRegularFile(path) ? Files.readString(path, StandardCharsets.UTF_8) : "";
        int last = text.lastIndexOf('\n') + 1;
        end = text.substring(0, last).getBytes(StandardCharsets.UTF_8).length;
        long wrong = text.substring(0, last).lines().filter(line -> !take(line)).count();
        if (wrong > 0) {
            LOG.log(Level.WARNING, "{0} lines of {1} cannot be read; their datasets keep the groups before", wrong, path);
        }
    }

    private boolean take(String line) {
        var fields = line.split("\t", -1);
        if (fields.length != 3 || !fields[0].matches("-?[0-9]{1,9}") || !DatasetId.isValid(fields[1])) {
            return false;
        }
        var groups = new TreeSet<Group>();
        for (String text : fields[2].split(" ", -1)) {
            var group = text.isEmpty() ? Optional.<Group>empty() : Group.parse(text);
            group.ifPresent(groups::add);
            if (group.isEmpty() && !text.isEmpty()) {
                return false;
            }
        }
        learn(new DatasetId(fields[1]), new Since(Integer.parseInt(fields[0]), Set.copyOf(groups)));
        return true;
    }

    private void learn(DatasetId dataset, Since since) {
        histories.merge(dataset, List.of(since), (before, added) -> {
            // The later line of a day wins, and a day never goes back: both keep the order of the file the only order.
            int day = Math.max(before.getLast().day(), since.day());
            var all = new ArrayList<>(before);
            if (all.getLast().day() == day) {
                all.removeLast();
            }
            all.add(new Since(day, since.groups()));
            return List.copyOf(all);
        });
        since.groups().forEach(group -> members.computeIfAbsent(group, added -> ConcurrentHashMap.newKeySet())
                .add(dataset));
    }

    /// Writes down those that say something new, all or none of them.
    void append(LocalDate day, Map<DatasetId, Set<Group>> found) throws IOException {
        int epochDay = Tally.epochDay(day);
        var news = found.entrySet().stream()
                .filter(each -> !latest(each.getKey()).equals(Optional.of(each.getValue())))
                .toList();
        if (news.isEmpty()) {
            return;
        }
        var lines = news.stream()
                .map(each -> "%d\t%s\t%s\n".formatted(epochDay, each.getKey(), text(each.getValue())))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        try {
            file.seek(end);
            file.write(lines);
            file.getFD().sync();
        } catch (IOException e) {
            file.setLength(end);
            throw e;
        }
        end += lines.length;
        news.forEach(each -> learn(each.getKey(), new Since(epochDay, Set.copyOf(each.getValue()))));
    }

    private static String text(Set<Group> groups) {
        return groups.stream().sorted().map(Group::toString).collect(Collectors.joining(" "));
    }

    private Optional<Set<Group>> latest(DatasetId dataset) {
        return Optional.ofNullable(histories.get(dataset)).map(all -> all.getLast().groups());
    }

    boolean knows(DatasetId dataset) {
        return histories.containsKey(dataset);
    }

    /// The datasets that are or once were in a group.
    Set<DatasetId> ever(Group group) {
        return Set.copyOf(members.getOrDefault(group, Set.of()));
    }

    /// Every group that ever had a dataset with a count.
    Set<Group> groups() {
        return Set.copyOf(members.keySet());
    }

    /// Whether what is counted of a dataset on a day belongs to a group.
    boolean belongs(DatasetId dataset, int epochDay, Group group) {
        var all = histories.getOrDefault(dataset, List.of());
        for (int at = all.size() - 1; at >= 0; at--) {
            if (all.get(at).day() <= epochDay || at == 0) {
                return all.get(at).groups().contains(group);
            }
        }
        return false;
    }

    LogFile logFile() {
        return new LogFile(path, end);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
