package tw.touchstone.catalog.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.DatasetId;

class NewIdsTest {

    @Test
    void idsSortByTheTimeTheyWereMade() {
        var ids = Stream.of("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.001Z", "2031-05-06T00:00:00Z", "2060-01-01T00:00:00Z")
                .map(time -> new NewIds(Clock.fixed(Instant.parse(time), ZoneOffset.UTC), new Random(1)).next())
                .toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsOfOneMillisecondDiffer() {
        var ids = new NewIds(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC), new Random(7));

        assertThat(Stream.generate(ids::next).limit(20)).doesNotHaveDuplicates().allMatch(id -> DatasetId.isValid(id.value()));
    }
}
