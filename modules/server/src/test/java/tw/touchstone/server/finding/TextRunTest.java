package tw.touchstone.server.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.touchstone.search.Excerpt;
import tw.touchstone.search.Excerpt.Mark;

class TextRunTest {

    @Test
    void cutsATextAtItsMarks() {
        var excerpt = new Excerpt("zh-Hant-TW", "空氣品質監測", List.of(new Mark(0, 2), new Mark(4, 6)));

        assertThat(TextRun.of(excerpt))
                .containsExactly(
                        new TextRun("空氣", true), new TextRun("品質", false), new TextRun("監測", true));
    }

    @Test
    void isEmptyForNoText() {
        assertThat(TextRun.of(new Excerpt("", "", List.of()))).isEmpty();
    }
}
