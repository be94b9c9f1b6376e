package tw.touchstone.server.harvest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;
import tw.touchstone.server.RunningServer;
import tw.touchstone.store.Change;

/// Made-up datasets, put into the catalogue of a test as an import would.
public final class Registered {

    /// The agency of datasets with even numbers; those with odd ones are the Ministry of Digital Affairs'.
    public static final Agency ENVIRONMENT = new Agency(
            new AgencyId("moenv"), LangText.of("環境部", "Ministry of Environment"), Optional.empty(), List.of());

    private static final Agency DIGITAL = new Agency(
            new AgencyId("moda"), LangText.of("數位發展部", "Ministry of Digital Affairs"), Optional.empty(), List.of());

    private Registered() {}

    /// Registers datasets by their numbers; their identifiers have four digits.
    public static void register(RunningServer server, IntStream numbers) {
        server.catalog().store().commit(List.of(new Change.PutAgency(ENVIRONMENT), new Change.PutAgency(DIGITAL)));
        server.catalog()
                .store()
                .commit(numbers.<Change>mapToObj(number -> new Change.PutDataset(numbered(number)))
                        .toList());
    }

    public static DatasetId id(int number) {
        return new DatasetId("%04d".formatted(number));
    }

    public static void withdraw(RunningServer server, int number, String reason) {
        server.catalog()
                .store()
                .commit(List.of(new Change.WithdrawDataset(id(number), Instant.now(), reason)));
    }

    /// A dataset with one distribution; the title has what XML and JSON must escape.
    public static Dataset numbered(int number) {
        var id = id(number);
        return Dataset.of(id, new SourceRef(SourceRef.NATIONAL, id.value()), LangText.of("資料集 <" + number + "> & 更多", "Dataset " + number))
                .description(LangText.zh("第 " + number + " 個資料集的說明。</script><script>alert(1)</script>"))
                .publisher(Optional.of((number % 2 == 0 ? ENVIRONMENT : DIGITAL).id()))
                .keywords(List.of("空氣", "編號" + number))
                .themes(List.of(URI.create("https://touchstone.tw/ns/theme/atmosphere")))
                .frequency(Frequency.parse("P1M"))
                .modified(Optional.of(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number)))
                .distributions(List.of(Distribution.of(new DistributionId(id, 1))
                        .title(LangText.zh("檔案"))
                        .downloadUrl(Optional.of(URI.create("https://data.example.tw/" + id + ".csv")))
                        .accessUrl(Optional.of(URI.create("https://data.example.tw/" + id)))
                        .format(Optional.of(FileFormat.CSV))
                        .mediaType(Optional.of("text/csv"))
                        .licence(Optional.of(URI.create("https://touchstone.tw/ns/licence/ogdl-1")))
                        .build()))
                .nationalFields(Map.of("計費方式", "免費"))
                .build();
    }
}
