package tw.touchstone.catalog.mending;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tw.touchstone.archive.Stored;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ByteFacts;

/// Gives a file that was written anew its place in a dataset.
///
/// The date of the last change stays: the data has not changed, and nothing becomes timely by being written down
/// differently.
record Placing(Publishing publishing, Clock clock) {

    private static final String UTF_8 = "UTF-8";

    /// Where a new file stands.
    ///
    /// @param distribution whose file it is
    record Placed(Dataset dataset, DistributionId distribution) {}

    Placed place(Dataset dataset, FileFix fix, ByteFacts made) {
        var original = dataset.distribution(fix.of()).orElseThrow();
        return fix.isCopy() ? copied(dataset, original, fix, made) : replaced(dataset, original, fix, made);
    }

    private Placed replaced(Dataset dataset, Distribution original, FileFix fix, ByteFacts made) {
        var declared = fix instanceof FileFix.Utf8
                ? original.with().encoding(Optional.of(UTF_8)).build()
                : original;
        var replaced = held(declared, made).with().modified(original.modified()).build();
        var distributions = dataset.distributions().stream()
                .map(each -> each.id().equals(original.id()) ? replaced : each)
                .toList();
        return new Placed(dataset.with().distributions(distributions).build(), original.id());
    }

    private Placed copied(Dataset dataset, Distribution original, FileFix fix, ByteFacts made) {
        // As exact as the store keeps it, so that what is read back is equal.
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var declared = original.with()
                .id(publishing.newDistribution(dataset))
                .title(title(original, fix))
                .description(description(original.id(), fix))
                .accessUrl(Optional.empty())
                .format(Optional.of(FileFormat.CSV))
                .mediaType(Optional.of(FileFormat.CSV.mediaType()))
                .encoding(Optional.of(UTF_8))
                .issued(Optional.of(now))
                .nationalFields(Map.of())
                .build();
        var copy = held(declared, made)
                .with()
                .modified(original.modified().or(() -> Optional.of(now)))
                .build();
        var distributions = new ArrayList<>(dataset.distributions());
        distributions.add(copy);
        return new Placed(dataset.with().distributions(distributions).build(), copy.id());
    }

    private Distribution held(Distribution distribution, ByteFacts made) {
        return publishing.held(distribution, new Stored.Kept(made.digest(), made.size()));
    }

    /// The original's title in each of its languages, with what is different in brackets.
    private static LangText title(Distribution original, FileFix fix) {
        var kind = fix instanceof FileFix.IsoDates ? FileFix.IsoDates.TITLE : FileFix.PlainTable.TITLE;
        if (original.title().isEmpty()) {
            return kind;
        }
        var titles = new TreeMap<String, String>();
        original.title()
                .byLanguage()
                .forEach((language, title) -> titles.put(language, "%s（%s）".formatted(title, kind.best(language))));
        return new LangText(titles);
    }

    private static LangText description(DistributionId original, FileFix fix) {
        return fix instanceof FileFix.IsoDates
                ? LangText.of(
                        "由資料資源 %s 轉出：民國日期改寫為 ISO 8601，其餘相同。".formatted(original),
                        "Made from the distribution %s: dates of the republic are written as ISO 8601, all else is the same."
                                .formatted(original))
                : LangText.of(
                        "由資料資源 %s 轉出：只有欄名與資料，沒有標題列、合計列、空白列與附註。".formatted(original),
                        "Made from the distribution %s: header and rows alone, without titles, totals, blank rows and notes."
                                .formatted(original));
    }
}
