package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeritTest {

    private static final List<String> LABELS =
            List.of("platinum", "gold", "silver", "bronze", "none-failed", "none-unchecked", "suspended", "", "unknown");

    @Test
    void withoutAnyMeritTheScoreIsThatOfTheText() {
        assertThat(Merit.factor(Merit.fixed(Instant.EPOCH, "none-unchecked"), 0)).isEqualTo(1.0);
    }

    @Test
    void isNeverBelowOneNorAboveATenthMore() {
        var random = Seeds.random(this);
        for (int run = 0; run < 10_000; run++) {
            var modified = Instant.ofEpochSecond(random.nextLong(-1L << 36, 1L << 36));
            double factor = Merit.factor(
                    Merit.fixed(modified, LABELS.get(random.nextInt(LABELS.size()))), random.nextLong());
            assertThat(factor).isBetween(Merit.LEAST, Merit.MOST);
        }
    }

    @Test
    void moreOfAnythingIsNeverWorse() {
        var random = Seeds.random(this);
        for (int run = 0; run < 10_000; run++) {
            var modified = Instant.ofEpochSecond(random.nextLong(2_000_000_000L));
            var later = modified.plusSeconds(random.nextLong(1_000_000_000L));
            int label = random.nextInt(5);
            long downloads = random.nextLong(1L << 40);
            double before = Merit.factor(Merit.fixed(modified, LABELS.get(label)), downloads);
            assertThat(Merit.factor(Merit.fixed(later, LABELS.get(label)), downloads)).isGreaterThanOrEqualTo(before);
            assertThat(Merit.factor(Merit.fixed(modified, LABELS.get(label)), downloads * 2)).isGreaterThanOrEqualTo(before);
            assertThat(Merit.factor(Merit.fixed(modified, LABELS.get(Math.max(0, label - 1))), downloads))
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void withoutALabelIsAsGoodAsWithAFailedOne() {
        var day = Entries.DAY;
        assertThat(LABELS.subList(4, LABELS.size())).allSatisfy(label ->
                assertThat(Merit.fixed(day, label)).isEqualTo(Merit.fixed(day, "none-failed")));
    }
}
