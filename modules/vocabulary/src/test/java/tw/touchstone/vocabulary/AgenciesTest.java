package tw.touchstone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;

class AgenciesTest {

    private static final Vocabularies VOCABULARIES = Vocabularies.load();
    private static final Agencies AGENCIES = VOCABULARIES.agencies();

    @ParameterizedTest
    @CsvSource({
        "環境部,moenv", "環保署,moenv", "行政院環境保護署,moenv", "Ministry of Environment,moenv", "數位發展部,moda",
        "國發會,ndc", "主計總處,dgbas", "行政院主計總處,dgbas", "經濟部水利署,wra", "水利署,wra", "經濟部 水利署,wra",
        "臺北市政府,taipei", "台北市政府,taipei", "台灣電力股份有限公司,taipower", "臺灣電力股份有限公司,taipower",
        "交通部中央氣象局,cwa", "桃園縣政府,taoyuan", "新竹縣政府,hsinchu-county", "新竹市政府,hsinchu", "moda,moda"
    })
    void findsAnAgencyByAnyOfItsNames(String name, String slug) {
        assertThat(AGENCIES.byName(name).map(Agency::id)).contains(new AgencyId(slug));
        assertThat(AGENCIES.of(name).id()).isEqualTo(new AgencyId(slug));
    }

    @Test
    void slugsAreUniqueAndNoNameMeansTwoAgencies() {
        assertThat(AGENCIES.all()).extracting(Agency::id).doesNotHaveDuplicates();
        assertThat(AGENCIES.all()).hasSizeGreaterThan(100);
        var owners = new HashMap<String, AgencyId>();
        for (var agency : AGENCIES.all()) {
            Stream.concat(agency.name().byLanguage().values().stream(), agency.otherNames().stream())
                    .forEach(name -> assertThat(owners.putIfAbsent(Spelling.fold(name), agency.id()))
                            .as(name)
                            .isIn(null, agency.id()));
            assertThat(agency.name().byLanguage()).containsOnlyKeys(LangText.ZH, LangText.EN);
            assertThat(AGENCIES.byId(agency.id())).contains(agency);
        }
    }

    @Test
    void everyAgencyHasAKnownKindAndEveryCountyAGovernment() {
        for (var agency : AGENCIES.all()) {
            assertThat(AGENCIES.kind(agency.id()).flatMap(VOCABULARIES.agencyKinds()::byNotation))
                    .as(agency.id().value())
                    .isPresent();
        }
        assertThat(AGENCIES.all().stream().filter(each -> AGENCIES.kind(each.id()).equals(Optional.of("county"))))
                .hasSize(22);
        for (var area : VOCABULARIES.areas().concepts()) {
            if (area.broader().isPresent()) {
                assertThat(AGENCIES.byName(area.label().best(LangText.ZH) + "政府")).as(area.notation()).isPresent();
            }
        }
    }

    @Test
    void knowsTheAgencyAbove() {
        assertThat(AGENCIES.above(new AgencyId("wra")).map(Agency::id)).contains(new AgencyId("moea"));
        assertThat(AGENCIES.above(new AgencyId("taipei"))).isEmpty();
        assertThat(AGENCIES.above(new AgencyId("nobody"))).isEmpty();
        assertThat(AGENCIES.kind(new AgencyId("nobody"))).isEmpty();
        assertThat(AGENCIES.byId(new AgencyId("moda")).flatMap(Agency::oid)).contains("2.16.886.101.20003.20082");
    }

    @ParameterizedTest
    @CsvSource({
        "臺北市政府主計處,taipei", "台北市政府 主計處,taipei", "臺北市稅捐稽徵處,taipei", "新竹縣消防局,hsinchu-county",
        "新竹市消防局,hsinchu", "法務部矯正署台南第二監獄,mjac", "法務部統計處,moj", "經濟部水利署第一河川分署,wra"
    })
    void findsTheAgencyAboveAnUnknownOne(String name, String slug) {
        assertThat(AGENCIES.above(name).map(Agency::id)).contains(new AgencyId(slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "民政處", "臺灣高等檢察署", "台電綠能公司", "國防大學"})
    void findsNoAgencyAboveOthers(String name) {
        assertThat(AGENCIES.above(name)).isEmpty();
    }

    @Test
    void namesWithoutLettersAreStillDifferent() {
        assertThat(AGENCIES.of("※").id()).isNotEqualTo(AGENCIES.of("◎").id());
    }

    @Test
    void namesAnUnknownAgencyByItsNameAlone() {
        var unknown = AGENCIES.of(" 火星市政府研考會 ");
        assertThat(unknown)
                .isEqualTo(new Agency(
                        new AgencyId("xxe75mvmgwc"), LangText.zh("火星市政府研考會"), Optional.empty(), List.of()));
        assertThat(AGENCIES.of("火星市政府　研考會").id()).isEqualTo(unknown.id());
        assertThat(AGENCIES.of("火星市政府法制局").id()).isNotEqualTo(unknown.id());
        assertThat(AGENCIES.byName("火星市政府研考會")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> AGENCIES.of("  "));
    }
}
