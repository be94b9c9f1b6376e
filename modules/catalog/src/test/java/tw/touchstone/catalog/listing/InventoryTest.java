package tw.touchstone.catalog.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.DatasetId;

class InventoryTest {

    private static final Inventory CATALOGUE = new Inventory(
            Stream.of("b", "d", "f", "h")
                    .map(id -> new Listed(new DatasetId(id), 1, Instant.EPOCH, id.equals("f")))
                    .toList(),
            4,
            Instant.EPOCH);

    @Test
    void aWalkGoesOnAfterWhereItStoppedWhetherThatIsStillThereOrNot() {
        assertThat(ids(CATALOGUE.after(Optional.empty(), 2, each -> true))).containsExactly("b", "d");
        assertThat(ids(CATALOGUE.after(Optional.of(new DatasetId("d")), 2, each -> true))).containsExactly("f", "h");
        assertThat(ids(CATALOGUE.after(Optional.of(new DatasetId("c")), 2, each -> true))).containsExactly("d", "f");
        assertThat(ids(CATALOGUE.after(Optional.of(new DatasetId("z")), 2, each -> true))).isEmpty();
    }

    @Test
    void thereIsMoreOnlyWhereSomethingWantedIsLeft() {
        assertThat(CATALOGUE.after(Optional.empty(), 3, each -> true).more()).isTrue();
        assertThat(CATALOGUE.after(Optional.empty(), 4, each -> true).more()).isFalse();
        assertThat(CATALOGUE.after(Optional.empty(), 3, each -> !each.withdrawn()).more()).isFalse();
    }

    @Test
    void skippingGivesTheLastOfThoseBefore() {
        assertThat(CATALOGUE.skipping(0, each -> true)).isEmpty();
        assertThat(CATALOGUE.skipping(2, each -> true)).contains(new DatasetId("d"));
        assertThat(CATALOGUE.skipping(3, each -> !each.withdrawn())).contains(new DatasetId("h"));
        assertThat(CATALOGUE.skipping(5, each -> true)).isEmpty();
    }

    @Test
    void oneIsFoundByItsIdentifier() {
        assertThat(CATALOGUE.of(new DatasetId("f")).map(Listed::withdrawn)).contains(true);
        assertThat(CATALOGUE.of(new DatasetId("a"))).isEmpty();
        assertThat(CATALOGUE.of(new DatasetId("g"))).isEmpty();
    }

    private static List<String> ids(Inventory.Part part) {
        return part.items().stream().map(each -> each.id().value()).toList();
    }
}
