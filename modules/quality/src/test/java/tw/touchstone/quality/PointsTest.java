package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PointsTest {

    @Test
    void onlyAWholeIsAWholeShare() {
        assertThat(Share.of(7, 9)).isEqualTo(new Share(7_777));
        assertThat(Share.of(999_999, 1_000_000)).isEqualTo(new Share(9_999));
        assertThat(Share.of(Long.MAX_VALUE - 1, Long.MAX_VALUE)).isEqualTo(new Share(9_999));
        assertThat(Share.of(3, 3)).isEqualTo(Share.WHOLE);
        assertThat(Share.of(0, 3)).isEqualTo(Share.NONE);
        assertThatThrownBy(() -> Share.of(4, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Share.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pointsAreWrittenAsPeopleWriteThem() {
        assertThat(Points.of(405)).hasToString("405");
        assertThat(Points.of(400)).hasToString("400");
        assertThat(Points.of(5, Share.of(7, 9))).hasToString("3.8885");
        assertThat(Points.of(3, Share.HALF)).hasToString("1.5");
        assertThat(Points.ZERO).hasToString("0");
    }

    @Test
    void aShareOfPointsIsRoundedDownOnAScale() {
        assertThat(Points.of(2).onScale(Points.of(3), 100)).hasToString("66.6666");
        assertThat(Points.of(3).onScale(Points.of(3), 100)).isEqualTo(Points.of(100));
        assertThat(Points.ZERO.onScale(Points.ZERO, 100)).isEqualTo(Points.ZERO);
    }
}
