package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class YearMentionTest {

    @Test
    void oneYearHasManySpellings() {
        for (var text : List.of(
                "110年", "110年度", "１１０年", "110學年度", "民國110年", "民國 110 年", "民國110", "民国一一〇年", "民國一百一十年", "一一○年",
                "一百一十年", "2021", "2021年", "西元2021年", "二○二一年", "２０２１年")) {
            assertThat(YearMention.in(text)).as(text).containsExactly(new YearMention(2021, 0, text.length()));
        }
        assertThat(YearMention.in("民國元年")).containsExactly(new YearMention(1912, 0, 4));
    }

    @Test
    void placesAreThoseOfTheText() {
        assertThat(YearMention.in("臺北市110年及2022年預算"))
                .containsExactly(new YearMention(2021, 3, 7), new YearMention(2022, 8, 13));
    }

    @Test
    void numbersThatAreNoYearsAreLeftAlone() {
        for (var text : List.of(
                "110", "59年", "150年", "10年", "1110年", "A2021", "2021B", "20210", "12021", "3.2021", "2021.5", "1899", "2100",
                "三峽", "百年", "第110號", "民國", "年", "十年樹木", "")) {
            assertThat(YearMention.in(text)).as(text).isEmpty();
        }
        assertThat(YearMention.in("60年")).containsExactly(new YearMention(1971, 0, 3));
        assertThat(YearMention.in("149年")).containsExactly(new YearMention(2060, 0, 4));
    }

    @Test
    void anyTextHasItsMentionsInOrderAndInside() {
        var random = Seeds.random(this);
        var alphabet = "民國110一百年度 2021學○十西元-./A";
        for (int run = 0; run < 5_000; run++) {
            var text = text(random, alphabet);
            int before = 0;
            for (var mention : YearMention.in(text)) {
                assertThat(mention.start()).as(text).isGreaterThanOrEqualTo(before);
                assertThat(mention.end()).as(text).isBetween(mention.start() + 1, text.length());
                assertThat(mention.year()).as(text).isBetween(1900, 2110);
                before = mention.end();
            }
        }
    }

    private static String text(Random random, String alphabet) {
        var text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
