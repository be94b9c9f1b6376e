package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;

class SeriesTest {

    @Test
    void numbersAndDatesDoNotTellASeriesApart() {
        for (var title : List.of(
                "花蓮縣112年12月人口統計", "花蓮縣民國一一○年三月人口統計", "花蓮縣2021年1月人口統計", "花蓮縣 110 年 1 月人口統計", "花蓮縣110年01月人口統計")) {
            assertThat(key("x", title)).as(title).isEqualTo(key("y", "花蓮縣110年1月人口統計"));
        }
        assertThat(key("x", "預算書第三季")).isEqualTo(key("y", "預算書第4季"));
        assertThat(key("x", "預算書上半年")).isEqualTo(key("y", "預算書下半年"));
    }

    @Test
    void wordsAndAgenciesDo() {
        assertThat(key("x", "花蓮縣110年人口統計")).isNotEqualTo(key("x", "臺東縣110年人口統計"));
        assertThat(key("x", "三峽區公所預算")).isNotEqualTo(key("x", "五峰鄉公所預算"));
        assertThat(Series.key("x", Optional.empty(), LangText.zh("人口統計")))
                .isNotEqualTo(key("x", "人口統計"));
    }

    @Test
    void aTitleOfNumbersAloneIsNoSeries() {
        assertThat(key("x", "112年")).isNotEqualTo(key("y", "113年"));
        assertThat(key("x", "")).isNotEqualTo(key("y", ""));
    }

    private static long key(String id, String title) {
        return Series.key(id, Optional.of(new AgencyId("moi")), LangText.zh(title));
    }
}
