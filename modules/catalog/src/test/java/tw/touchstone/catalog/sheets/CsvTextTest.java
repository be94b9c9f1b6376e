package tw.touchstone.catalog.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    @Test
    void quotesWhatNeedsIt() {
        assertThat(CsvText.row(List.of("a", "b,c", "d\"e", "f\ng", "", "資料")))
                .isEqualTo("a,\"b,c\",\"d\"\"e\",\"f\ng\",,資料\r\n");
    }

    @Test
    void letsNoTextBecomeAFormula() {
        assertThat(CsvText.row(List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "1=1", "=HYPERLINK(\"x\")")))
                .isEqualTo("'=1+1,'+1,'-1,'@SUM(A1),'\tx,\"'\rx\",1=1,\"'=HYPERLINK(\"\"x\"\")\"\r\n");
    }
}
