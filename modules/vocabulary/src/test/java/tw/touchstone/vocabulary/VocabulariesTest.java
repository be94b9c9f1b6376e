package tw.touchstone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.StandardField;
import tw.touchstone.model.fact.ValueForm;

class VocabulariesTest {

    private static final Vocabularies VOCABULARIES = Vocabularies.load();

    private static final Map<String, Scheme> SCHEMES = Map.ofEntries(
            Map.entry("themes", VOCABULARIES.themes()),
            Map.entry("services", VOCABULARIES.services()),
            Map.entry("frequencies", VOCABULARIES.frequencies()),
            Map.entry("licences", VOCABULARIES.licences()),
            Map.entry("file types", VOCABULARIES.fileTypes()),
            Map.entry("access rights", VOCABULARIES.accessRights()),
            Map.entry("areas", VOCABULARIES.areas()),
            Map.entry("standard domains", VOCABULARIES.standardDomains()),
            Map.entry("agency kinds", VOCABULARIES.agencyKinds()),
            Map.entry("collection types", VOCABULARIES.collectionTypes()),
            Map.entry("dataset types", VOCABULARIES.datasetTypes()),
            Map.entry("area levels", VOCABULARIES.areaLevels()));

    @Test
    void holdsTheOfficialCounts() {
        assertThat(VOCABULARIES.themes().concepts().stream().filter(each -> each.broader().isEmpty()))
                .hasSize(9);
        assertThat(VOCABULARIES.services().concepts()).hasSize(18);
        assertThat(VOCABULARIES.collectionTypes().concepts()).hasSize(16);
        assertThat(VOCABULARIES.areas().concepts().stream().filter(each -> each.broader().isPresent()))
                .hasSize(22);
        assertThat(VOCABULARIES.standardDomains().concepts()).hasSize(21);
        assertThat(VOCABULARIES.standardFields()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void everyConceptHasBothLanguagesAndIsFoundByIriAndNotation() {
        SCHEMES.forEach((name, scheme) -> scheme.concepts().forEach(concept -> {
            assertThat(concept.label().byLanguage()).as(name).containsOnlyKeys(LangText.ZH, LangText.EN);
            assertThat(scheme.byIri(concept.iri())).as(name).contains(concept);
            assertThat(scheme.byNotation(concept.notation())).as(name).contains(concept);
            concept.broader().ifPresent(each -> assertThat(scheme.byIri(each)).as(name).isPresent());
        }));
    }

    @Test
    void noTwoConceptsOfASchemeClaimTheSameSpelling() {
        SCHEMES.forEach((name, scheme) -> {
            var claimed = new HashMap<String, String>();
            for (var concept : scheme.concepts()) {
                var spellings = new ArrayList<>(concept.otherLabels());
                spellings.addAll(concept.label().byLanguage().values());
                spellings.forEach(spelling -> {
                    var earlier = claimed.putIfAbsent(Spelling.fold(spelling), concept.notation());
                    assertThat(earlier).as("%s in %s", spelling, name).isIn(null, concept.notation());
                    assertThat(scheme.match(spelling)).as("%s in %s", spelling, name).contains(concept);
                });
            }
        });
    }

    @Test
    void everyFileFormatHasAConceptWithItsMediaType() {
        for (var format : FileFormat.values()) {
            var concept = VOCABULARIES.fileTypes().byNotation(format.code());
            assertThat(concept.flatMap(each -> each.value("mediaType"))).as(format.code()).contains(format.mediaType());
        }
        assertThat(VOCABULARIES.fileTypes().concepts()).hasSize(FileFormat.values().length);
        var csv = VOCABULARIES.fileTypes().byNotation("csv").orElseThrow();
        assertThat(csv.iri()).hasToString("http://publications.europa.eu/resource/authority/file-type/CSV");
        assertThat(csv.is("machineReadable")).isTrue();
        assertThat(csv.is("proprietary")).isFalse();
        assertThat(VOCABULARIES.fileTypes().byNotation("pdf").orElseThrow().is("machineReadable")).isFalse();
    }

    @Test
    void everyFrequencyNotationIsTheCodeOfAFrequency() {
        for (var concept : VOCABULARIES.frequencies().concepts()) {
            assertThat(Frequency.parse(concept.notation()).map(Frequency::code)).contains(concept.notation());
            assertThat(concept.iri()).hasToString(Terms.FREQUENCY + concept.notation());
        }
        for (var code : List.of("PT1M", "PT10M", "PT1H", "P1D", "P7D", "P1M", "P3M", "P6M", "P1Y", "irregular", "never")) {
            assertThat(VOCABULARIES.frequencies().byNotation(code)).as(code).isPresent();
        }
        assertThat(VOCABULARIES
                        .frequencies()
                        .byIri(URI.create("http://publications.europa.eu/resource/authority/frequency/ANNUAL_2"))
                        .map(Concept::notation))
                .contains("P6M");
    }

    @Test
    void saysWhichLicencesAreOpen() {
        var licences = VOCABULARIES.licences();
        assertThat(licences.byNotation("ogdl-1").orElseThrow().is("openLicence")).isTrue();
        assertThat(licences.byNotation("cc-by-nc-4.0").orElseThrow().is("openLicence")).isFalse();
        assertThat(licences.byNotation("taiwan-ai-corpus-1").orElseThrow().is("openLicence")).isFalse();
        assertThat(licences.concepts()).allSatisfy(each -> assertThat(each.value("openLicence")).isPresent());
        assertThat(licences.byIri(URI.create("https://creativecommons.org/licenses/by/4.0/"))
                        .map(Concept::notation))
                .contains("cc-by-4.0");
    }

    @Test
    void themesHaveSubThemesAndKnownAgencies() {
        var themes = VOCABULARIES.themes();
        var climate = themes.byNotation("climate").orElseThrow();
        assertThat(themes.narrower(climate)).extracting(Concept::notation)
                .containsExactly("weather", "greenhouse-gas-emission", "atmosphere");
        assertThat(climate.value("leadAgency")).contains("https://touchstone.tw/ns/agency/moenv");
        for (var concept : themes.concepts()) {
            for (var property : List.of("leadAgency", "coAgency")) {
                assertThat(concept.values(property)).allSatisfy(iri -> assertThat(VOCABULARIES.agencies().byId(
                                new AgencyId(iri.substring(iri.lastIndexOf('/') + 1))))
                        .as(iri)
                        .isPresent());
            }
        }
    }

    @Test
    void workingYearsAreThoseKnownAndCloseOnlyWorkdays() {
        assertThat(VOCABULARIES.workingYears()).extracting(WorkingYear::year).containsExactly(2024, 2025, 2026);
        var newYear = VOCABULARIES.workingYears().getLast().closed();
        assertThat(newYear)
                .contains(LocalDate.of(2026, 2, 16), LocalDate.of(2026, 2, 20), LocalDate.of(2026, 10, 9))
                .doesNotContain(LocalDate.of(2026, 2, 23));
        assertThat(VOCABULARIES.workingYears().getFirst().worked()).containsExactly(LocalDate.of(2024, 2, 17));
    }

    @Test
    void aCalendarThatClosesASundayIsRefusedWithItsLine() {
        var file = new TurtleFile("working-days.ttl", """
                @prefix tst: <https://touchstone.tw/ns/terms#> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                @prefix year: <https://touchstone.tw/ns/working-year/> .
                year:2026 a tst:WorkingYear ; tst:year 2026 ; tst:closed "2026-02-15"^^xsd:date .
                """);
        assertThatThrownBy(() -> WorkingYearReader.read(file))
                .isInstanceOf(VocabularyException.class)
                .hasMessage("vocab/working-days.ttl, line 4: <https://touchstone.tw/ns/working-year/2026>"
                        + " says tst:closed of 2026-02-15, a SUNDAY");
    }

    @Test
    void mediaTypesAreTheRegisteredOnes() {
        assertThat(VOCABULARIES.mediaTypes())
                .contains("text/csv", "application/json", "application/geo+json", "application/vnd.ms-excel")
                .doesNotContain("application/x-csv")
                .allMatch(type -> type.equals(type.toLowerCase(Locale.ROOT)) && type.contains("/"));
    }

    @Test
    void everyStandardFieldNamesItsSourceAndFormsThatAreCounted() {
        assertThat(VOCABULARIES.standardFields())
                .allSatisfy(field -> assertThat(field.source()).as(field.id()).isNotBlank());
        assertThat(field("unified-business-number").forms()).containsExactly(ValueForm.BUSINESS_NUMBER);
        assertThat(field("date").forms())
                .containsExactly(
                        ValueForm.ISO_DATE,
                        ValueForm.WESTERN_DATE,
                        ValueForm.ROC_DATE,
                        ValueForm.ROC_COMPACT_DATE,
                        ValueForm.ROC_WORDED_DATE);
        accepts("country-code", "TW", "TWN", "158");
        refuses("country-code", "Taiwan", "tw");
        accepts("agency-code", "A41000000G", "2.16.886.101.20003.20082");
    }

    @Test
    void standardFieldsNameTheirDomainAndAcceptGoodValuesOnly() {
        var fields = VOCABULARIES.standardFields();
        assertThat(fields).extracting(StandardField::id).doesNotHaveDuplicates().isSorted();
        assertThat(fields).allSatisfy(field -> assertThat(
                        VOCABULARIES.standardDomains().byNotation(field.domain()))
                .as(field.id())
                .isPresent());
        var spellings = fields.stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(field.name().best(LangText.ZH)), field.synonyms().stream()))
                .map(Spelling::fold);
        assertThat(spellings).doesNotHaveDuplicates();
        assertThat(field("national-id").synonyms()).contains("身分證字號", "身分證統一編號", "國民身分證", "身分證");

        accepts("county-class-code", "66000", "09007", "10020000");
        refuses("county-class-code", "66001", "6600", "TPE");
        accepts("county-name", "臺北市", "台北市", "連江縣");
        refuses("county-name", "臺北", "桃園縣市");
        accepts("unified-business-number", "04595257");
        refuses("unified-business-number", "4595257", "0459525A");
        accepts("national-id", "A123456789");
        refuses("national-id", "A323456789", "a123456789");
        accepts("postal-code", "100", "10056", "100056");
        refuses("postal-code", "10", "1000");
        accepts("longitude", "121.5654", "180", "-0.5");
        refuses("longitude", "181", "25,03", "180.5");
        accepts("latitude", "25.03", "90", "-23");
        refuses("latitude", "91", "121.5");
        accepts("x-coordinate", "306000", "306000.12");
        refuses("y-coordinate", "二七六", "27660000");
        accepts("date", "2026-01-31", "20260131", "115/01/31", "1150131");
        refuses("date", "2026-13-01", "2026/1/1", "115年1月");
        accepts("year", "110");
        refuses("year", "110年", "2021");
        accepts("telephone", "02-23801000", "(02)2380-1000", "0223801000#123", "+886-2-2380-1000", "04-22289111分機12345");
        refuses("telephone", "1999", "洽服務台");
        accepts("mobile", "0912-345-678");
        refuses("mobile", "0812345678");
        accepts("agency-code", "313000000G");
        refuses("agency-code", "313000000");
        accepts("email", "service@example.gov.tw");
        refuses("email", "service at example", "a@b");
        accepts("township-code", "63000010");
        refuses("township-code", "大安區");
    }

    @Test
    void theColumnsOfTheNationalExportHaveProperties() {
        var columns = VOCABULARIES.nationalColumns();
        assertThat(columns)
                .containsEntry("計費方式", URI.create(Terms.NS + "national-charging"))
                .containsEntry("標籤/關鍵字", URI.create(Terms.NS + "national-keywords"));
        assertThat(columns.get("資資料集上架方式")).isEqualTo(columns.get("資料集上架方式"));
        assertThat(columns.keySet())
                .contains("資料集識別碼", "資料集名稱", "資料提供屬性", "服務分類", "品質檢測", "檔案格式", "資料下載網址", "編碼格式")
                .contains("資料集描述", "主要欄位說明", "提供機關", "更新頻率", "授權方式", "相關網址", "提供機關聯絡人姓名")
                .contains("提供機關聯絡人電話", "上架日期", "詮釋資料更新時間", "備註", "資料量");
    }

    private static void accepts(String id, String... values) {
        for (var value : values) {
            assertThat(pattern(id).matcher(value).matches()).as("%s: %s", id, value).isTrue();
        }
    }

    private static void refuses(String id, String... values) {
        for (var value : values) {
            assertThat(pattern(id).matcher(value).matches()).as("%s: %s", id, value).isFalse();
        }
    }

    private static Pattern pattern(String id) {
        return Pattern.compile(field(id).pattern().orElseThrow());
    }

    private static StandardField field(String id) {
        return VOCABULARIES.standardFields().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void synonymsAreGroupsOfDifferentWordsAndEachWordIsInOneGroupOfTheFile() {
        var groups = VOCABULARIES.synonyms();
        assertThat(groups).hasSizeGreaterThanOrEqualTo(200).allSatisfy(group -> assertThat(group)
                .hasSizeGreaterThanOrEqualTo(2)
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(word).isNotBlank().isEqualTo(word.strip())));
        // The names of agencies come last and may hold a word of the groups before them (臺鐵).
        int agencies = (int) VOCABULARIES.agencies().all().stream()
                .filter(agency -> !agency.otherNames().isEmpty())
                .count();
        assertThat(groups.subList(0, groups.size() - agencies).stream().flatMap(List::stream))
                .doesNotHaveDuplicates();
        assertThat(groups).contains(List.of("空氣品質指標", "AQI", "air quality index")).anySatisfy(group -> assertThat(group)
                .contains("環境部", "環保署"));
    }
}
