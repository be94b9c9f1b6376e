package tw.touchstone.bench.loop;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.touchstone.bench.export.MadeUp;
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

/// The subjects of the loops: described datasets and a table that fits their description.
final class Described {

    private static final long SEED = 20260302;
    private static final int ROWS = 20_000;

    private Described() {}

    /// A dataset with two distributions of four fields, and [#table()] behind both.
    static Dataset dataset() {
        var id = new DatasetId("900001");
        var fields = List.of("測站代碼", "測站名稱", "監測日期", "測值").stream()
                .map(FieldDescription::named)
                .toList();
        var distributions = new ArrayList<Distribution>();
        for (int number = 1; number <= 2; number++) {
            distributions.add(Distribution.of(new DistributionId(id, number))
                    .downloadUrl(Optional.of(URI.create("https://opendata.invalid/files/" + number + ".csv")))
                    .format(Optional.of(FileFormat.CSV))
                    .mediaType(Optional.of("text/csv"))
                    .encoding(Optional.of("UTF-8"))
                    .licence(Optional.of(URI.create("https://data.gov.tw/license")))
                    .fields(fields)
                    .build());
        }
        return Dataset.of(id, new SourceRef(SourceRef.NATIONAL, "900001"), LangText.zh("空氣品質監測站每日測值"))
                .description(LangText.zh("各測站每日測值，由環境部彙整。"))
                .publisher(Optional.of(new AgencyId("moenv")))
                .keywords(List.of("空氣", "監測", "環境"))
                .frequency(Frequency.parse("P1D"))
                .language(List.of(LangText.ZH))
                .distributions(distributions)
                .build();
    }

    /// A CSV of four columns and 20,000 rows, about 1 MB.
    static byte[] table() {
        var text = new StringBuilder("測站代碼,測站名稱,監測日期,測值\r\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("S%04d,第%d監測站,2026-%02d-%02d,%d.%d\r\n"
                    .formatted(i % 977, i % 977, i % 12 + 1, i % 28 + 1, i * 31 % 500, i % 10));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static List<MadeUp.Topic> topics(int count) {
        var madeUp = new MadeUp(SEED);
        var topics = new ArrayList<MadeUp.Topic>();
        for (int i = 0; i < count; i++) {
            topics.add(madeUp.next());
        }
        return topics;
    }
}
