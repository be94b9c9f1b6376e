package tw.touchstone.inspection.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Every fault of the corpus, for whoever asks what becomes of a file with one.
public final class FaultCorpus {

    private FaultCorpus() {}

    /// A file with one fault.
    ///
    /// @param name family and name of the fault
    @SuppressWarnings("ArrayRecordComponent") // made once, read once
    public record Faulty(String name, byte[] bytes) {}

    static List<Fault> faults() {
        var all = new ArrayList<Fault>();
        all.addAll(TextFaults.all());
        all.addAll(DialectFaults.all());
        all.addAll(TableFaults.all());
        all.addAll(ColumnFaults.all());
        all.addAll(TreeFaults.all());
        all.addAll(ArchiveFaults.all());
        all.addAll(WorkbookFaults.all());
        all.addAll(GeoFaults.all());
        return all;
    }

    /// Each fault planted once, into the table of this seed. Those that unpack to hundreds of megabytes are left out.
    public static List<Faulty> planted(long seed) {
        return faults().stream()
                .filter(each -> !isHuge(each))
                .map(each -> new Faulty(each.toString(), each.plant().apply(new Random(seed)).bytes()))
                .toList();
    }

    static boolean isHuge(Fault fault) {
        return fault.name().contains("thousand times");
    }

    /// The names of the fields of every clean table.
    public static List<String> fields() {
        return CleanTable.of(new Random(0)).header();
    }

    /// The table of this seed as CSV.
    public static byte[] csv(long seed) {
        return CleanTable.of(new Random(seed)).bytes(UTF_8);
    }

    /// The table of this seed as a JSON array of objects.
    public static byte[] json(long seed) {
        return TreeFaults.array(CleanTable.of(new Random(seed))).getBytes(UTF_8);
    }

    /// The table of this seed as XML.
    public static byte[] xml(long seed) {
        return TreeFaults.xml(CleanTable.of(new Random(seed))).getBytes(UTF_8);
    }
}
