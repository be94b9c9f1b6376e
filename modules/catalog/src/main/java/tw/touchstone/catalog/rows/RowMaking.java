package tw.touchstone.catalog.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.catalog.inspecting.Inspections;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.ValueForm;

/// Makes the rows of a file: reads it once more by the inspector's own readers, which hand on exactly the rows that the
/// facts count, and writes a Parquet for each table with the types that the facts prove. (ADR 64)
final class RowMaking {

    /// Cells of one table.
    private static final long CELLS = 200_000_000;

    private static final int COLUMNS = 1_000;

    /// Tables of one file.
    private static final int TABLES = 200;

    private static final Set<ValueForm> WITHHELD =
            Set.of(ValueForm.NATIONAL_ID, ValueForm.RESIDENT_ID, ValueForm.CARD_NUMBER);

    private final Inspections inspections;
    private final RowFiles files;
    private final Path incoming;

    /// @param incoming folder for files on their way
    RowMaking(Inspections inspections, RowFiles files, Path incoming) {
        this.inspections = inspections;
        this.files = files;
        this.incoming = incoming;
    }

    /// Makes the rows of a file of the archive, and notes what came of each table.
    void make(Sha256 file) {
        var seen = SeenTable.of(inspections.facts(file));
        var states = new ArrayList<TableState>();
        var wanted = new ArrayList<SeenTable>();
        for (var table : seen) {
            refusal(table).ifPresentOrElse(reason -> states.add(refused(table, reason)), () -> wanted.add(table));
        }
        if (!wanted.isEmpty()) {
            states.addAll(made(file, wanted));
        }
        states.sort(Comparator.comparingInt(TableState::number));
        files.keep(file, states);
    }

    private static Optional<RowRefusal> refusal(SeenTable table) {
        if (table.columns().isEmpty()) {
            return Optional.of(RowRefusal.NO_COLUMNS);
        }
        boolean personal = table.columns().stream()
                .flatMap(column -> column.profile().forms().stream())
                .filter(form -> form.count() > 0)
                .map(FormCount::form)
                .anyMatch(WITHHELD::contains);
        if (personal) {
            return Optional.of(RowRefusal.PERSONAL_DATA);
        }
        boolean large = table.number() > TABLES
                || table.columns().size() > COLUMNS
                || table.rows() > CELLS / table.columns().size();
        return large ? Optional.of(RowRefusal.TOO_LARGE) : Optional.empty();
    }

    private static TableState refused(SeenTable table, RowRefusal reason) {
        return new TableState.Refused(table.number(), table.part(), table.name(), reason);
    }

    private List<TableState> made(Sha256 file, List<SeenTable> wanted) {
        try {
            var folder = Files.createTempDirectory(incoming, "rows-");
            try {
                var unlike = read(file, wanted, Map.of(), folder.resolve("first"), false);
                return unlike.states().isEmpty()
                        ? read(file, wanted, unlike.unlike(), folder.resolve("second"), true).states()
                        : unlike.states();
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the rows of " + file + " cannot be made", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of " + file + " cannot be made", e);
        }
    }

    /// What came of one reading: states, or the columns that have to be read as text.
    private record Attempt(List<TableState> states, Map<String, Set<Integer>> unlike) {}

    private Attempt read(
            Sha256 file, List<SeenTable> wanted, Map<String, Set<Integer>> asText, Path folder, boolean last)
            throws IOException, SQLException {
        Files.createDirectories(folder);
        try (var staging = new RowStaging(folder, wanted, asText)) {
            inspections.read(file, staging);
            staging.end();
            if (!last && !staging.unlike().isEmpty()) {
                return new Attempt(List.of(), new HashMap<>(staging.unlike()));
            }
            var states = new ArrayList<TableState>();
            for (var seen : wanted) {
                states.add(state(file, staging, staging.staged(seen), folder));
            }
            return new Attempt(states, Map.of());
        }
    }

    private TableState state(Sha256 file, RowStaging staging, StagedTable table, Path folder)
            throws IOException, SQLException {
        var seen = table.seen();
        if (!table.hasBegun()) {
            return refused(seen, RowRefusal.NOT_READ);
        }
        boolean whole = seen.extent() instanceof Extent.Whole;
        if (!table.unlike().isEmpty() || (whole && table.rows() != seen.rows())) {
            return refused(seen, RowRefusal.DISAGREEING);
        }
        var written = folder.resolve(seen.number() + ".parquet");
        staging.write(table, written);
        var digest = digest(written);
        long size = Files.size(written);
        var place = files.parquet(file, seen.number());
        Files.createDirectories(place.getParent());
        Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new TableState.Ready(new RowTable(
                file, seen.number(), seen.part(), seen.name(), table.columns(), table.rows(), whole, size, digest, table.preview()));
    }

    private static Sha256 digest(Path file) throws IOException {
        var digest = Sha256.newDigest();
        try (InputStream in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            int read;
            while ((read = in.read(buffer)) > 0) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.of(digest);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
