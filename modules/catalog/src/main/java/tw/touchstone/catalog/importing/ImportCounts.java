package tw.touchstone.catalog.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tw.touchstone.exchange.catalogue.ImportReport;
import tw.touchstone.model.DatasetId;

/// What an import has done so far. Counted by the reading and by the committing thread.
final class ImportCounts {

    private final AtomicLong registered;
    private final AtomicLong revised;
    private final AtomicLong unchanged;
    private long keptOutTotal;
    private final List<ImportOutcome.KeptOut> keptOut;

    /// The counts of an import at this position.
    ImportCounts(ImportPosition resumed, List<ImportOutcome.KeptOut> keptOut) {
        this.registered = new AtomicLong(resumed.registered());
        this.revised = new AtomicLong(resumed.revised());
        this.unchanged = new AtomicLong(resumed.unchanged());
        this.keptOutTotal = resumed.keptOut();
        this.keptOut = new ArrayList<>(keptOut);
    }

    void committed(boolean here, boolean changed) {
        if (!here) {
            registered.incrementAndGet();
        } else if (changed) {
            revised.incrementAndGet();
        } else {
            unchanged.incrementAndGet();
        }
    }

    void keptOut(long line, DatasetId id, String reason) {
        keptOutTotal++;
        if (keptOut.size() < ImportOutcome.Imported.LISTED) {
            keptOut.add(new ImportOutcome.KeptOut(line, id.value(), reason));
        }
    }

    long keptOutTotal() {
        return keptOutTotal;
    }

    long registered() {
        return registered.get();
    }

    long revised() {
        return revised.get();
    }

    long unchanged() {
        return unchanged.get();
    }

    long stored() {
        return registered.get() + revised.get() + unchanged.get();
    }

    ImportOutcome.Imported outcome(ImportReport report) {
        return new ImportOutcome.Imported(report, registered.get(), revised.get(), unchanged.get(), keptOutTotal, keptOut);
    }
}
