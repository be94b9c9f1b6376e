package tw.touchstone.bench.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTextsTest {

    @Test
    void areDistinctPiecesOfTheTitlesAndAlwaysTheSame() {
        var madeUp = new MadeUp(1);
        var titles = new ArrayList<String>();
        for (int i = 0; i < 1_000; i++) {
            titles.add(madeUp.next().title());
        }

        var texts = QueryTexts.of(titles, 2_000);

        assertThat(texts).hasSize(2_000).doesNotHaveDuplicates().isEqualTo(QueryTexts.of(titles, 2_000));
        assertThat(texts).allSatisfy(text -> assertThat(List.of(text.split(" ")))
                .allMatch(piece -> titles.stream().anyMatch(title -> title.contains(piece))));
    }

    @Test
    void areFewerWhereTheTitlesHaveNoMore() {
        assertThat(QueryTexts.of(List.of("雨量"), 100)).containsExactlyInAnyOrder("雨量", "雨量 雨量");
        assertThat(QueryTexts.of(List.of(), 100)).isEmpty();
    }
}
