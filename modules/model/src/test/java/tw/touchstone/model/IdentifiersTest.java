package tw.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    @Test
    void aDistributionKeepsItsDatasetAndNumber() {
        var id = new DistributionId(new DatasetId("taipei-12"), 3);
        assertThat(id).hasToString("taipei-12-3");
        assertThat(DistributionId.parse("taipei-12-3")).contains(id);
        assertThat(DistributionId.parse("taipei")).isEmpty();
        assertThat(DistributionId.parse("41568-0")).isEmpty();
    }

    @Test
    void identifiersThatCannotStandInAnIriAreRefused() {
        for (var text : new String[] {"", " 1", "a b", "a/b", "-1", "資料", "x".repeat(65)}) {
            assertThat(DatasetId.isValid(text)).as(text).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> new DatasetId(text));
        }
        assertThat(AgencyId.isValid("MODA")).isFalse();
    }

    @Test
    void irisLeadBackToIdentifiers() {
        var iris = new Iris(URI.create("https://data.example"));
        var dataset = new DatasetId("41568");
        assertThat(iris.dataset(dataset)).hasToString("https://data.example/datasets/41568");
        assertThat(iris.datasetId(iris.dataset(dataset))).contains(dataset);
        assertThat(iris.datasetId(iris.quality(dataset))).isEmpty();
        assertThat(iris.datasetId(URI.create("https://other.example/datasets/41568"))).isEmpty();
        var distribution = new DistributionId(dataset, 2);
        assertThat(iris.distributionId(iris.distribution(distribution))).contains(distribution);
        var agency = new AgencyId("moda");
        assertThat(iris.agencyId(iris.agency(agency))).contains(agency);
    }

    @Test
    void aDigestIsTheLowerCaseHexOfFips180() {
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.isValid("BA")).isFalse();
    }

    @Test
    void aTextIsServedInTheReadersLanguageElseInChinese() {
        var text = LangText.of("空氣品質", "Air quality");
        assertThat(text.best("en")).isEqualTo("Air quality");
        assertThat(text.best("ja")).isEqualTo("空氣品質");
        assertThat(LangText.zh("  ")).isEqualTo(LangText.NONE);
        assertThat(LangText.NONE.best("en")).isEmpty();
    }
}
