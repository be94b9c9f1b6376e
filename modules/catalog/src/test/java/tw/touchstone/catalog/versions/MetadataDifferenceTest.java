package tw.touchstone.catalog.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.catalog.versions.MetadataDifference.Change;

class MetadataDifferenceTest {

    @Test
    void namesValuesByTheIdentifierOfWhatTheyBelongTo() {
        var difference = between("""
                {"title":{"zh-Hant-TW":"測站"},
                 "distributions":[{"id":"1-1","byteSize":9},{"id":"1-2","byteSize":7}]}""", """
                {"title":{"en":"Stations","zh-Hant-TW":"測站"},
                 "distributions":[{"id":"1-2","byteSize":8}]}""");

        assertThat(difference.changes())
                .containsExactly(
                        new Change("distributions/1-1/byteSize", Optional.of("9"), Optional.empty()),
                        new Change("distributions/1-1/id", Optional.of("1-1"), Optional.empty()),
                        new Change("distributions/1-2/byteSize", Optional.of("7"), Optional.of("8")),
                        new Change("title/en", Optional.empty(), Optional.of("Stations")));
    }

    @Test
    void oneMoreInAListIsOneChange() {
        assertThat(between("{\"keywords\":[\"空氣\",\"測站\"]}", "{\"keywords\":[\"空氣\",\"污染\",\"測站\"]}").changes())
                .containsExactly(new Change("keywords/污染", Optional.empty(), Optional.of("污染")));
    }

    @Test
    void equalDocumentsDifferInNothing() {
        assertThat(between("{\"a\":[1,{\"b\":true}]}", "{\"a\":[1,{\"b\":true}]}").changes()).isEmpty();
    }

    private static MetadataDifference between(String before, String after) {
        return MetadataDifference.between(
                before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
    }
}
