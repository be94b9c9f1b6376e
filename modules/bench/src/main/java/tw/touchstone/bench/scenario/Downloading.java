package tw.touchstone.bench.scenario;

import java.util.Collections;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;
import tw.touchstone.bench.server.Client;

/// The download of a file that the catalogue holds.
final class Downloading {

    private static final String PART = Part.DOWNLOAD.code();
    private static final int CONNECTIONS = 4;
    private static final int WARM_UP = 200;
    private static final int MEASURED = 1_500;

    private final Client operator;
    private final Table table;

    Downloading(Client operator, Table table) {
        this.operator = operator;
        this.table = table;
    }

    void run() {
        var id = Documents.register(operator, Documents.dataset("download"));
        var file = Documents.table();
        operator.put("api/v1/datasets/" + id + "/distributions/1/content", file)
                .expect(200);
        Load.Request request = () -> {
            int size = operator.get("distributions/" + id + "-1/download").expect(200).size();
            if (size != file.length) {
                throw new IllegalStateException("the file came with " + size + " bytes, not " + file.length);
            }
            return size;
        };
        Load.each(CONNECTIONS, Collections.nCopies(WARM_UP, request));
        var timings = Load.each(CONNECTIONS, Collections.nCopies(MEASURED, request));
        var name = "held file of %,d bytes, %d connections".formatted(file.length, CONNECTIONS);
        table.add(Row.of(PART, name, timings.perSecond(), "requests/s"));
        table.add(Row.of(PART, name, timings.bytesPerSecond() / 1e6, "MB/s"));
        table.add(Row.of(PART, name + ": median", timings.median(), "ms"));
        table.add(Row.of(PART, name + ": p99", timings.p99(), "ms"));
    }
}
