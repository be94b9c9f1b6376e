package tw.touchstone.catalog.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Writes imaginary catalogues in the layout of the national export.
final class NationalExport {

    private static final String HEADER = "\ufeff資料集識別碼,資料集名稱,資料提供屬性,服務分類,品質檢測,檔案格式,資料下載網址,編碼格式,"
            + "資資料集上架方式,資料集描述,主要欄位說明,提供機關,更新頻率,授權方式,相關網址,計費方式,提供機關聯絡人姓名,提供機關聯絡人電話,"
            + "上架日期,詮釋資料更新時間,備註,資料量\r\n";

    private NationalExport() {}

    /// A row with two distributions of this dataset.
    static String row(int id, String title) {
        return "%d,%s,,公共資訊,,CSV;JSON,https://data.example/%d.csv;https://data.example/%d.json,UTF-8;UTF-8,,%s的描述,縣市代碼、年度,數位發展部,每1月,政府資料開放授權條款-第1版,,免費,,,2020-01-02 03:04:05,2025-01-02 03:04:05,,10;10\r\n"
                .formatted(id, title, id, id, title);
    }

    static Path write(Path file, List<String> rows) {
        try {
            return Files.writeString(file, HEADER + String.join("", rows), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Rows with identifiers from 1, of which every tenth repeats the identifier before it.
    static List<String> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> row(n % 10 == 0 ? n - 1 : n, "資料集第" + (n % 10 == 0 ? n - 1 : n) + "號"))
                .toList();
    }
}
