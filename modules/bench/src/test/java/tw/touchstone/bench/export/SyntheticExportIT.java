package tw.touchstone.bench.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticExportIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void hasTheNationalColumnsAndOneRowForEachDataset() throws IOException {
        var file = folder.resolve("export.csv");

        SyntheticExport.write(file, 500);

        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(501);
        assertThat(lines.getFirst()).startsWith("\uFEFF資料集識別碼,資料集名稱,").endsWith(",備註,資料量");
        assertThat(lines.stream().map(line -> List.of(line.split(",", -1)).size())).containsOnly(22);
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .doesNotHaveDuplicates();
    }

    @Test
    void isAlwaysTheSameAndStartsTheSameWhateverItsSize() throws IOException {
        var first = folder.resolve("first.csv");
        var second = folder.resolve("second.csv");

        SyntheticExport.write(first, 50);
        SyntheticExport.write(second, 80);

        assertThat(Files.readAllLines(second).subList(0, 51)).isEqualTo(Files.readAllLines(first));
    }
}
