package tw.touchstone.server.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "測站指標,      CSV,  測站指標.csv",
        "air.CSV,       CSV,  air.CSV",
        "a/b\\c:d,      JSON, a_b_c_d.json",
        "../../passwd,  CSV,  _.._passwd.csv",
        "清單\u202Ecsv, XLSX, 清單_csv.xlsx",
        "\uD83D\uDE00,  CSV,  \uD83D\uDE00.csv",
        "圖,            JPEG, 圖.jpg",
    })
    void isTheTitleWithoutWhatFileSystemsForbid(String title, FileFormat format, String name) {
        var disposition = FileName.disposition(dataset(), distribution(LangText.zh(title), Optional.of(format)));
        assertThat(URLDecoder.decode(disposition.split("''", -1)[1], StandardCharsets.UTF_8)).isEqualTo(name);
    }

    @Test
    void isAlwaysAnAttachmentInPlainAscii() {
        assertThat(FileName.disposition(dataset(), distribution(LangText.zh("a\"\r\nb;\uD800"), Optional.of(FileFormat.HTML))))
                .isEqualTo("attachment; filename=\"d-1.html\"; filename*=UTF-8''a___b%3B_.html");
    }

    @Test
    void isTheTitleOfTheDatasetWhereTheDistributionHasNone() {
        assertThat(FileName.disposition(dataset(), distribution(LangText.NONE, Optional.empty())))
                .isEqualTo("attachment; filename=\"d-1\"; filename*=UTF-8''Budget");
    }

    private static Dataset dataset() {
        return Dataset.of(new DatasetId("d"), new SourceRef(SourceRef.LOCAL, "d"), LangText.zh("Budget"))
                .distributions(List.of())
                .build();
    }

    private static Distribution distribution(LangText title, Optional<FileFormat> format) {
        return Distribution.of(new DistributionId(new DatasetId("d"), 1))
                .title(title)
                .format(format)
                .build();
    }
}
