package tw.touchstone.bench.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes a catalogue export in the layout of the national portal: UTF-8 with byte order mark, 22 columns, lists
/// joined by `;`.
///
/// Unlike the export that can be had without an account, in which most columns are blank, the usual ones are filled; a
/// dataset has 3.4 URLs on average. All URLs lead to a host that cannot exist (RFC 2606).
public final class SyntheticExport {

    private static final long SEED = 20260301;
    private static final int FIRST_ID = 100_001;

    private static final List<String> COLUMNS = List.of(
            "資料集識別碼", "資料集名稱", "資料提供屬性", "服務分類", "品質檢測", "檔案格式", "資料下載網址", "編碼格式",
            "資資料集上架方式", "資料集描述", "主要欄位說明", "提供機關", "更新頻率", "授權方式", "相關網址", "計費方式",
            "提供機關聯絡人姓名", "提供機關聯絡人電話", "上架日期", "詮釋資料更新時間", "備註", "資料量");

    private static final List<String> SERVICES =
            List.of("公共資訊", "生活安全及品質", "交通及通訊", "就醫", "求學及進修", "休閒旅遊", "投資理財", "購屋及遷徙");

    private static final List<String> FREQUENCIES = List.of("每1年", "每1月", "每3月", "每1日", "每1時", "不定期更新", "不更新");

    private static final List<String> FORMATS =
            List.of("CSV", "CSV", "CSV", "CSV", "JSON", "JSON", "XML", "XLSX", "ZIP", "PDF", "KML");

    private SyntheticExport() {}

    /// Writes a file with this many rows, each a dataset of its own; the same number always gives the same file.
    public static void write(Path file, int datasets) throws IOException {
        var madeUp = new MadeUp(SEED);
        try (var text = Files.newBufferedWriter(file)) {
            text.write('\uFEFF');
            line(text, COLUMNS);
            for (int i = 0; i < datasets; i++) {
                var cells = row(FIRST_ID + i, madeUp);
                line(text, COLUMNS.stream().map(name -> cells.getOrDefault(name, "")).toList());
            }
        }
    }

    private static Map<String, String> row(int id, MadeUp madeUp) {
        var topic = madeUp.next();
        int urls = urls(madeUp);
        var formats = Collections.nCopies(urls, "").stream()
                .map(any -> madeUp.one(FORMATS))
                .toList();
        var addresses = new StringBuilder();
        for (int i = 0; i < urls; i++) {
            addresses
                    .append(i == 0 ? "" : ";")
                    .append("https://opendata.invalid/files/%d/%d.%s".formatted(id, i + 1, formats.get(i).toLowerCase(Locale.ROOT)));
        }
        var cells = new LinkedHashMap<String, String>();
        cells.put("資料集識別碼", Integer.toString(id));
        cells.put("資料集名稱", topic.title());
        cells.put("資料提供屬性", "檔案資料");
        cells.put("服務分類", madeUp.one(SERVICES));
        cells.put("檔案格式", String.join(";", formats));
        cells.put("資料下載網址", addresses.toString());
        cells.put("編碼格式", String.join(";", Collections.nCopies(urls, "UTF-8")));
        cells.put("資料集描述", topic.description());
        cells.put("主要欄位說明", String.join("、", topic.fields()));
        cells.put("提供機關", topic.agency());
        cells.put("更新頻率", madeUp.one(FREQUENCIES));
        cells.put("授權方式", "政府資料開放授權條款-第1版");
        cells.put("計費方式", "免費");
        cells.put("上架日期", "%d/%02d/%02d".formatted(2013 + madeUp.below(12), 1 + madeUp.below(12), 1 + madeUp.below(28)));
        cells.put("詮釋資料更新時間", "2025/%02d/%02d %02d:%02d"
                .formatted(1 + madeUp.below(12), 1 + madeUp.below(28), madeUp.below(24), madeUp.below(60)));
        return cells;
    }

    /// Of a hundred datasets about 55 have one URL, 36 two to four and 9 up to 24, as on the national portal.
    private static int urls(MadeUp madeUp) {
        int die = madeUp.below(100);
        return die < 55 ? 1 : die < 91 ? 2 + madeUp.below(3) : 5 + madeUp.below(20);
    }

    private static void line(BufferedWriter text, List<String> cells) throws IOException {
        text.write(cells.stream().map(SyntheticExport::cell).collect(Collectors.joining(",")));
        text.write('\n');
    }

    private static String cell(String value) {
        boolean plain = value.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
