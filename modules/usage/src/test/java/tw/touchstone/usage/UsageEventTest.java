package tw.touchstone.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;

class UsageEventTest {

    @Test
    void isReadAsItWasWritten() {
        var longest = new DatasetId("d".repeat(64));
        for (UsageEvent event : List.of(
                Events.view(Events.NOON, Events.AIR, VisitorKeys.NONE),
                Events.download(Instant.EPOCH, Events.AIR_JSON, Events.BEN),
                new UsageEvent(
                        Instant.parse("9999-12-30T23:59:59.999Z"),
                        Kind.DOWNLOAD,
                        longest,
                        Optional.of(new DistributionId(longest, 999_999_999)),
                        "8000000000000000",
                        "p".repeat(32),
                        Agent.ROBOT))) {
            byte[] frame = EventFrame.write(event);

            assertThat(EventFrame.length(ByteBuffer.wrap(frame), 0)).isEqualTo(frame.length);
            assertThat(EventFrame.read(ByteBuffer.wrap(frame), 0)).contains(event);
        }
    }

    @Test
    void isNotReadFromAFrameWithAnyBitFlipped() {
        byte[] frame = EventFrame.write(Events.download(Events.NOON, Events.AIR_CSV, Events.ANNA));
        for (int bit = 0; bit < frame.length * 8; bit++) {
            var flipped = frame.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(EventFrame.length(ByteBuffer.wrap(flipped), 0)).as("bit %d", bit).isZero();
        }
    }

    @Test
    void takesNeitherAnAddressNorAWholeUserAgent() {
        assertThatThrownBy(() -> Events.view(Events.NOON, Events.AIR, "203.0.113.77"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Events.by("Mozilla/5.0 (X11)", Events.view(Events.NOON, Events.AIR, Events.ANNA)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesADistributionOfAnotherDatasetAndAnImpossibleTime() {
        assertThatThrownBy(() -> new UsageEvent(
                        Events.NOON,
                        Kind.DOWNLOAD,
                        Events.BUS,
                        Optional.of(Events.AIR_CSV),
                        Events.ANNA,
                        "curl",
                        Agent.MACHINE))
                .hasMessage("the distribution belongs to another dataset");
        assertThatThrownBy(() -> Events.view(Instant.EPOCH.minusMillis(1), Events.AIR, Events.ANNA))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
