package tw.touchstone.store;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
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
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;

/// Made-up datasets of about fifty triples, as an import brings them.
final class SampleDatasets {

    static final Agency AGENCY = new Agency(
            new AgencyId("moenv"), LangText.of("環境部", "Ministry of Environment"), Optional.empty(), List.of("環保署"));

    private SampleDatasets() {}

    static Dataset numbered(int number) {
        var id = new DatasetId(Integer.toString(number));
        var published = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(number * 60L);
        return Dataset.of(id, new SourceRef(SourceRef.NATIONAL, id.value()), LangText.zh("資料集 " + number))
                .description(LangText.zh("第 " + number + " 個資料集的說明, 每日更新"))
                .publisher(Optional.of(AGENCY.id()))
                .keywords(List.of("空氣", "環境", "編號" + number))
                .frequency(Optional.of(new Frequency.Irregular()))
                .issued(Optional.of(published))
                .modified(Optional.of(published.atOffset(ZoneOffset.UTC).plusDays(3).toInstant()))
                .distributions(IntStream.rangeClosed(1, 2).mapToObj(at -> distribution(id, at)).toList())
                .nationalFields(Map.of("計費方式", "免費"))
                .build();
    }

    private static Distribution distribution(DatasetId id, int number) {
        return Distribution.of(new DistributionId(id, number))
                .description(LangText.zh("檔案 " + number))
                .downloadUrl(Optional.of(URI.create("https://data.example.tw/" + id + "/" + number + ".csv")))
                .format(Optional.of(FileFormat.CSV))
                .encoding(Optional.of("UTF-8"))
                .licence(Optional.of(URI.create("https://touchstone.tw/ns/licence/ogdl-1.0")))
                .fields(List.of(
                        FieldDescription.named("測站"),
                        FieldDescription.named("數值"),
                        FieldDescription.named("編號" + id)))
                .build();
    }
}
