package tw.touchstone.catalog.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;

class NumberingTest {

    private static final DatasetId ID = new DatasetId("41568");

    @Test
    void aDistributionIsRecognisedByItsAddressWhereverItStands() {
        var earlier = dataset(at(1, "https://a.example/1.csv"), at(2, "https://a.example/2.csv"));
        var later = dataset(at(1, "https://a.example/2.csv"), at(2, "https://a.example/1.csv"));

        assertThat(numbers(Numbering.follow(earlier, later, 2))).containsExactly(2, 1);
    }

    @Test
    void aMovedAddressIsRecognisedByDescriptionAndFormat() {
        var earlier = dataset(described(at(1, "https://a.example/old.csv"), "年報"), at(2, "https://a.example/2.csv"));
        var later = dataset(at(1, "https://a.example/2.csv"), described(at(2, "https://a.example/new.csv"), "年報"));

        assertThat(numbers(Numbering.follow(earlier, later, 2))).containsExactly(2, 1);
    }

    @Test
    void aNewDistributionGetsANumberThatWasNeverUsed() {
        var earlier = dataset(at(1, "https://a.example/1.csv"));
        var later = dataset(at(1, "https://a.example/other.csv"), at(2, "https://a.example/1.csv"));

        assertThat(numbers(Numbering.follow(earlier, later, 7))).containsExactly(8, 1);
    }

    @Test
    void theSameAddressTwiceIsTwoDistributions() {
        var earlier = dataset(at(1, "https://a.example/1.csv"), at(2, "https://a.example/1.csv"));

        assertThat(Numbering.follow(earlier, earlier, 2)).isEqualTo(earlier);
    }

    @Test
    void distributionsWithoutDescriptionAreNotMistakenForEachOther() {
        var earlier = dataset(at(1, "https://a.example/1.csv"));
        var later = dataset(at(1, "https://a.example/2.csv"));

        assertThat(numbers(Numbering.follow(earlier, later, 1))).containsExactly(2);
    }

    @Test
    void aPersonsEditOfAddressAndDescriptionKeepsTheStatedNumber() {
        var earlier = dataset(at(1, "https://a.example/1.csv"), at(2, "https://a.example/2.csv"));
        var later = dataset(at(2, "https://a.example/moved.csv"), at(1, "https://a.example/1.csv"));

        assertThat(numbers(Numbering.revise(earlier, later, 2))).containsExactly(2, 1);
    }

    private static Dataset dataset(Distribution... distributions) {
        return Dataset.of(ID, new SourceRef(SourceRef.NATIONAL, "41568"), LangText.zh("水庫每日營運狀況"))
                .distributions(List.of(distributions))
                .build();
    }

    private static Distribution at(int number, String url) {
        return Distribution.of(new DistributionId(ID, number))
                .downloadUrl(Optional.of(URI.create(url)))
                .format(Optional.of(FileFormat.CSV))
                .build();
    }

    private static Distribution described(Distribution distribution, String text) {
        return distribution.with().description(LangText.zh(text)).build();
    }

    private static List<Integer> numbers(Dataset dataset) {
        return dataset.distributions().stream().map(each -> each.id().number()).toList();
    }
}
