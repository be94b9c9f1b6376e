package tw.touchstone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.touchstone.bench.scenario.Part;

class ArgumentsTest {

    @Test
    void measuresEverythingOnAMadeUpCatalogueWhenNothingIsAsked() {
        assertThat(Arguments.read(List.of()))
                .isEqualTo(new Arguments.Scenarios(
                        Optional.empty(), 37_000, EnumSet.allOf(Part.class), 0, Optional.empty()));
    }

    @Test
    void takesValuesBehindASpaceAndBehindASign() {
        assertThat(Arguments.read(List.of("--datasets=300", "--only", "search,pages", "--port", "8123", "--out=x.md")))
                .isEqualTo(new Arguments.Scenarios(
                        Optional.empty(), 300, Set.of(Part.SEARCH, Part.PAGES), 8123, Optional.of(Path.of("x.md"))));
    }

    @Test
    void handsEverythingBehindJmhToJmh() {
        assertThat(Arguments.read(List.of("jmh", "RdfLoop.*", "-f", "3")))
                .isEqualTo(new Arguments.Loops(List.of("RdfLoop.*", "-f", "3")));
    }

    @Test
    void namesThePartsWhereOneIsUnknown() {
        assertThat(Arguments.read(List.of("--only", "search,pqges")))
                .isEqualTo(new Arguments.NotUnderstood("--only takes some of inspect, judging, relevance, count, rows, start, import, "
                        + "search, pages, download, harvest, registration, not 'pqges'"));
    }

    @Test
    void refusesNumbersOutOfRangeAndMissingFilesAndUnknownOptions() {
        assertThat(Arguments.read(List.of("--datasets", "0")))
                .isEqualTo(new Arguments.NotUnderstood("--datasets takes a number from 1 to 9999999, not 0"));
        assertThat(Arguments.read(List.of("--port", "65536")))
                .isEqualTo(new Arguments.NotUnderstood("--port takes a number from 0 to 65535, not 65536"));
        assertThat(Arguments.read(List.of("--catalogue", "no-such-file.csv")))
                .isEqualTo(new Arguments.NotUnderstood("no-such-file.csv is not a file that can be read"));
        assertThat(Arguments.read(List.of("--fast", "yes")))
                .isEqualTo(new Arguments.NotUnderstood("--fast is no option of bench"));
        assertThat(Arguments.read(List.of("--out")))
                .isEqualTo(new Arguments.NotUnderstood("--out needs a value, or is no option"));
    }
}
