package tw.touchstone.vocabulary.conformance;

import java.util.List;
import java.util.stream.Stream;

/// A dataset in which nothing is wrong, and for each constraint the changes that break it and those that do not.
final class ConformanceCases {

    private ConformanceCases() {}

    static final String PREFIXES = """
            @prefix cnt:   <http://www.w3.org/2011/content#> .
            @prefix csvw:  <http://www.w3.org/ns/csvw#> .
            @prefix dcat:  <http://www.w3.org/ns/dcat#> .
            @prefix dct:   <http://purl.org/dc/terms/> .
            @prefix eu:    <http://publications.europa.eu/resource/authority/> .
            @prefix prov:  <http://www.w3.org/ns/prov#> .
            @prefix rai:   <http://mlcommons.org/croissant/RAI/> .
            @prefix tst:   <https://touchstone.tw/ns/terms#> .
            @prefix spdx:  <http://spdx.org/rdf/terms#> .
            @prefix rdfs:  <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
            @prefix xsd:   <http://www.w3.org/2001/XMLSchema#> .
            """;

    /// A dataset in which nothing is wrong; each case changes one thing.
    static final String GOOD = """
            <https://data.example/datasets/1> a dcat:Dataset ;
                dct:title "空氣品質"@zh-Hant-TW , "Air quality"@en ;
                dct:description "每小時監測值"@zh-Hant-TW ;
                dct:publisher <https://data.example/agencies/moenv> ;
                dcat:theme <https://touchstone.tw/ns/theme/climate> ;
                dcat:keyword "空氣" , "監測" ;
                dct:accrualPeriodicity <https://touchstone.tw/ns/frequency/PT1H> ;
                dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;
                dct:issued "2020-01-01T00:00:00Z"^^xsd:dateTime ;
                dct:modified "2026-01-01T00:00:00Z"^^xsd:dateTime ;
                dct:temporal [ dcat:startDate "2020-01-01"^^xsd:date ; dcat:endDate "2025-12-31"^^xsd:date ] ;
                dct:spatial <https://touchstone.tw/ns/area/TW> ;
                dct:spatial [ dcat:bbox "POLYGON((119 21, 123 21, 123 26, 119 26, 119 21))" ] ;
                dct:type <https://touchstone.tw/ns/dataset-type/observation> ;
                dcat:temporalResolution "PT1H"^^xsd:duration ;
                dcat:spatialResolutionInMeters 30.5 ;
                tst:areaLevel <https://touchstone.tw/ns/area-level/address> ;
                tst:nonSpatial false ;
                dct:source <https://air.example/system> ;
                prov:wasDerivedFrom <https://air.example/raw> ;
                rai:dataCollection "自動測站每小時上傳"@zh-Hant-TW ;
                rai:dataCollectionType <https://touchstone.tw/ns/collection-type/direct-measurement> ;
                rai:dataCollectionTimeframe [ dcat:startDate "2019-01-01"^^xsd:date ; dcat:endDate "2024-12-31"^^xsd:date ] ;
                rai:dataBiases "測站多設於都會區"@zh-Hant-TW ;
                rai:personalSensitiveInformation "不含個人資料"@zh-Hant-TW ;
                prov:wasGeneratedBy [ prov:startedAtTime "2018-01-01T00:00:00Z"^^xsd:dateTime ; prov:endedAtTime "2023-01-01T00:00:00Z"^^xsd:dateTime ] ;
                dcat:version "2026.1" ;
                dcat:landingPage <https://air.example/> ;
                dcat:contactPoint [ vcard:fn "資料窗口" ; vcard:hasEmail <mailto:data@example.gov.tw> ] ;
                dcat:distribution <https://data.example/distributions/1-1> .
            <https://data.example/distributions/1-1> a dcat:Distribution ;
                dcat:downloadURL <https://air.example/a.csv> ;
                dct:license <https://touchstone.tw/ns/licence/ogdl-1> ;
                dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ;
                dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> ;
                cnt:characterEncoding "UTF-8" ;
                dct:conformsTo [ csvw:column [ csvw:title "測站" ; csvw:datatype xsd:string ; csvw:required true ] ] ;
                dcat:byteSize "1024"^^xsd:nonNegativeInteger ;
                dct:modified "2026-01-01"^^xsd:date ;
                dct:issued "2025-01-01"^^xsd:date ;
                dct:rights [ rdfs:label "政府資料"@zh-Hant-TW ] ;
                spdx:checksum [ spdx:algorithm spdx:checksumAlgorithm_sha256 ;
                    spdx:checksumValue "0123456789abcdef0123456789abcdef"^^xsd:hexBinary ] .
            """;

    static final String CSV = "<http://publications.europa.eu/resource/authority/file-type/CSV>";
    static final String PDF = "<http://publications.europa.eu/resource/authority/file-type/PDF>";
    static final String OGDL = "<https://touchstone.tw/ns/licence/ogdl-1>";
    static final String HOURLY = "<https://touchstone.tw/ns/frequency/PT1H>";
    static final String ENCODING = "    cnt:characterEncoding \"UTF-8\" ;\n";
    static final String FIELDS = "    dct:conformsTo [ csvw:column [ csvw:title \"測站\" ; csvw:datatype xsd:string ; csvw:required true ] ] ;\n";
    static final String AREAS = """
                dct:spatial <https://touchstone.tw/ns/area/TW> ;
                dct:spatial [ dcat:bbox "POLYGON((119 21, 123 21, 123 26, 119 26, 119 21))" ] ;
            """;
    static final String MODIFIED = "\"2026-01-01T00:00:00Z\"^^xsd:dateTime";

    /// One change, and the ids of the constraints that it breaks.
    record Case(String what, String from, String to, List<String> breaks) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case change(String what, String from, String to, String... breaks) {
        return new Case(what, from, to, List.of(breaks));
    }

    private static Case without(String line, String... breaks) {
        return change("without " + line.strip(), line, "", breaks);
    }

    static Stream<Case> cases() {
        return Stream.of(
                change("nothing changed", "", ""),
                change("title in Simplified Chinese only", "\"空氣品質\"@zh-Hant-TW", "\"空气质量\"@zh-Hans"),
                change("title without a language", "\"空氣品質\"@zh-Hant-TW", "\"空氣品質\"", "title-zh"),
                change("blank title", "\"空氣品質\"@zh-Hant-TW", "\" \"@zh-Hant-TW", "title-zh"),
                change("English title only", "\"空氣品質\"@zh-Hant-TW , ", "", "title-zh"),
                change("Chinese title only", " , \"Air quality\"@en", "", "title-en"),
                change("two Chinese titles", "\"空氣品質\"@zh-Hant-TW", "\"甲\"@zh-Hant-TW , \"乙\"@zh-Hant-TW", "title-once"),
                change("title of 255", "空氣品質", "空".repeat(255)),
                change("title of 256", "空氣品質", "空".repeat(256), "title-length"),
                without("    dct:description \"每小時監測值\"@zh-Hant-TW ;\n", "description-missing"),
                change("blank description", "每小時監測值", " ", "description-missing"),
                without("    dct:publisher <https://data.example/agencies/moenv> ;\n", "publisher-one"),
                change("two publishers", "agencies/moenv>", "agencies/moenv> , <https://data.example/agencies/moda>", "publisher-one"),
                change("publisher by name", "<https://data.example/agencies/moenv>", "\"環境部\"", "publisher-form"),
                change("publisher of elsewhere", "agencies/moenv>", "people/moenv>", "publisher-form"),
                change("publisher with a bad slug", "agencies/moenv>", "agencies/MOENV>", "publisher-form"),
                change("catalogue under a path", "https://data.example/agencies/", "https://gov.example/open/agencies/"),
                change(
                        "no distribution",
                        " ;\n    dcat:distribution <https://data.example/distributions/1-1> .",
                        " .",
                        "distribution-missing"),
                change(
                        "distribution as text",
                        "<https://data.example/distributions/1-1> .",
                        "<https://data.example/distributions/1-1> , \"a.csv\" .",
                        "address-missing",
                        "distribution-form",
                        "encoding-missing",
                        "fields-missing",
                        "format-missing",
                        "licence-one"),
                change("theme as text", "<https://touchstone.tw/ns/theme/climate>", "\"氣候環境\"", "theme-form"),
                without("    dcat:theme <https://touchstone.tw/ns/theme/climate> ;\n", "theme-missing"),
                without("    dcat:keyword \"空氣\" , \"監測\" ;\n", "keyword-missing"),
                change("joined keywords", "\"空氣\" , \"監測\"", "\"空氣、監測\"", "keyword-joined"),
                change("frequency as text", HOURLY, "\"每1時\"", "frequency-form"),
                change("frequency that is none", HOURLY, "<https://touchstone.tw/ns/frequency/P1W>", "frequency-form"),
                change("two frequencies", HOURLY, HOURLY + " , eu:frequency\\/DAILY", "frequency-form"),
                change("European frequency", HOURLY, "eu:frequency\\/HOURLY"),
                change("irregular", HOURLY, "<https://touchstone.tw/ns/frequency/irregular>"),
                without("    dct:accrualPeriodicity " + HOURLY + " ;\n", "frequency-missing"),
                change("unknown access right", "access-right/PUBLIC>", "access-right/SECRET>", "access-rights-form"),
                change(
                        "by application",
                        "<http://publications.europa.eu/resource/authority/access-right/PUBLIC>",
                        "<https://touchstone.tw/ns/access-right/by-application>"),
                without(
                        "    dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;\n",
                        "access-rights-missing"),
                change("issued in words", "\"2020-01-01T00:00:00Z\"^^xsd:dateTime", "\"109年\"", "issued-after-modified", "issued-form"),
                change("modified in words", MODIFIED, "\"昨天\"", "issued-after-modified", "modified-form"),
                change("modified on no day", MODIFIED, "\"2026-02-30\"^^xsd:date", "issued-after-modified", "modified-form"),
                change("modified when issued", MODIFIED, "\"2020-01-01T00:00:00Z\"^^xsd:dateTime"),
                change("modified before", MODIFIED, "\"2019-12-31T23:59:59Z\"^^xsd:dateTime", "issued-after-modified"),
                change("period of one day", "\"2025-12-31\"^^xsd:date", "\"2020-01-01\"^^xsd:date"),
                change("period the wrong way", "\"2025-12-31\"^^xsd:date", "\"2019-12-31\"^^xsd:date", "period-order"),
                change("open period", " ; dcat:endDate \"2025-12-31\"^^xsd:date", ""),
                change(
                        "empty period",
                        "[ dcat:startDate \"2020-01-01\"^^xsd:date ; dcat:endDate \"2025-12-31\"^^xsd:date ]",
                        "[ ]",
                        "period-empty"),
                change(
                        "period in words",
                        "dcat:startDate \"2020-01-01\"^^xsd:date ; dcat:endDate \"2025-12-31\"^^xsd:date",
                        "dcat:startDate \"109年\"",
                        "period-form"),
                change(
                        "no period",
                        "    dct:temporal [ dcat:startDate \"2020-01-01\"^^xsd:date ; dcat:endDate \"2025-12-31\"^^xsd:date ] ;\n",
                        "",
                        "temporal-missing"),
                change("area as text", "<https://touchstone.tw/ns/area/TW>", "\"臺灣\"", "spatial-form"),
                change("no area at all", AREAS, "", "spatial-missing"),
                without("    dct:spatial <https://touchstone.tw/ns/area/TW> ;\n"),
                change("box in words", "\"POLYGON((119 21, 123 21, 123 26, 119 26, 119 21))\"", "\"臺灣本島\"", "bbox-form"),
                change("box as an envelope", "\"POLYGON((119 21, 123 21, 123 26, 119 26, 119 21))\"", "\"Envelope(119, 123, 26, 21)\""),
                change("type as text", "<https://touchstone.tw/ns/dataset-type/observation>", "\"觀測\"", "type-form"),
                without("    dct:type <https://touchstone.tw/ns/dataset-type/observation> ;\n", "type-missing"),
                change("resolution in words", "\"PT1H\"^^xsd:duration", "\"每小時\"", "temporal-resolution-form"),
                change("resolution of nothing", "30.5", "0.0", "spatial-resolution-form"),
                change("resolution of a millimetre", "30.5", "0.001"),
                change("level as text", "<https://touchstone.tw/ns/area-level/address>", "\"地址\"", "area-level-form"),
                change("non-spatial in words", "tst:nonSpatial false", "tst:nonSpatial \"否\"", "non-spatial-form"),
                change("source in words", "<https://air.example/system>", "\"監測系統\"", "source-form"),
                change("raw data in words", "<https://air.example/raw>", "\"原始紀錄\"", "derived-from-form"),
                without("    dct:source <https://air.example/system> ;\n", "provenance-missing"),
                change("provenance in words", "dct:source <https://air.example/system>", "dct:provenance [ rdfs:label \"系統匯出\" ]"),
                without("    rai:dataCollection \"自動測站每小時上傳\"@zh-Hant-TW ;\n", "collection-missing"),
                change("collection type in words", "<https://touchstone.tw/ns/collection-type/direct-measurement>", "\"量測\"", "collection-type-form"),
                change("collected until the day it began", "\"2024-12-31\"^^xsd:date", "\"2019-01-01\"^^xsd:date"),
                change("collected the wrong way", "\"2024-12-31\"^^xsd:date", "\"2018-12-31\"^^xsd:date", "timeframe-order"),
                change(
                        "collected in words",
                        "dcat:startDate \"2019-01-01\"^^xsd:date ; dcat:endDate \"2024-12-31\"^^xsd:date",
                        "dcat:startDate \"108年\"",
                        "timeframe-form"),
                without("    rai:dataBiases \"測站多設於都會區\"@zh-Hant-TW ;\n", "biases-missing"),
                change("limitations instead of biases", "rai:dataBiases", "rai:dataLimitations"),
                without("    rai:personalSensitiveInformation \"不含個人資料\"@zh-Hant-TW ;\n", "personal-data-missing"),
                change("activity the wrong way", "\"2023-01-01T00:00:00Z\"^^xsd:dateTime", "\"2017-12-31T00:00:00Z\"^^xsd:dateTime", "activity-order"),
                change(
                        "activity in words",
                        "prov:startedAtTime \"2018-01-01T00:00:00Z\"^^xsd:dateTime ; prov:endedAtTime",
                        "prov:startedAtTime \"107年\" ; rai:ended",
                        "activity-time-form"),
                change("two versions", "\"2026.1\"", "\"2026.1\" , \"2026.2\"", "version-one"),
                change("distribution issued in words", "\"2025-01-01\"^^xsd:date", "\"去年\"", "distribution-issued-form"),
                change("rights in words", "[ rdfs:label \"政府資料\"@zh-Hant-TW ]", "\"政府資料\"", "rights-form"),
                change("datatype of our own", "csvw:datatype xsd:string", "csvw:datatype xsd:byte", "datatype-form"),
                change("required in words", "csvw:required true", "csvw:required \"是\"", "required-form"),
                change("page as text", "<https://air.example/>", "\"https://air.example/\"", "landing-page-form"),
                change(
                        "no contact",
                        "    dcat:contactPoint [ vcard:fn \"資料窗口\" ; vcard:hasEmail <mailto:data@example.gov.tw> ] ;\n",
                        "",
                        "contact-missing"),
                change("contact without a name", "vcard:fn \"資料窗口\" ; ", "", "contact-name-missing"),
                change("contact by name only", " ; vcard:hasEmail <mailto:data@example.gov.tw>", "", "contact-unreachable"),
                change("contact by telephone", "vcard:hasEmail <mailto:data@example.gov.tw>", "vcard:hasTelephone <tel:02-1>"),
                change("bad e-mail", "<mailto:data@example.gov.tw>", "\"data at example\"", "contact-email-form"),
                without("    dcat:downloadURL <https://air.example/a.csv> ;\n", "address-missing"),
                change("access URL only", "dcat:downloadURL", "dcat:accessURL"),
                change("download by mail", "<https://air.example/a.csv>", "<mailto:a@b.tw>", "download-url-form"),
                change("download as text", "<https://air.example/a.csv>", "\"https://air.example/a.csv\"", "download-url-form"),
                change("download by ftp", "<https://air.example/a.csv>", "<ftp://air.example/a.csv>"),
                change("access URL to a file of ours", "dcat:downloadURL <https://air.example/a.csv>", "dcat:accessURL <file:///a>", "access-url-form"),
                without("    dct:license " + OGDL + " ;\n", "licence-one"),
                change("two licences", OGDL, OGDL + " , <https://touchstone.tw/ns/licence/cc0-1.0>", "licence-one"),
                change("licence as text", OGDL, "\"免費\"", "licence-known", "licence-one"),
                change("unknown licence", OGDL, "<https://example.org/licence>", "licence-known"),
                change("format as text", CSV, "\"CSV\"", "format-form"),
                change("two formats", CSV, CSV + " , " + PDF, "format-form"),
                without("    dct:format " + CSV + " ;\n", "format-missing"),
                change("format of ours", CSV, "<https://touchstone.tw/ns/file-type/jsonl>"),
                change("media type as text", "<https://www.iana.org/assignments/media-types/text/csv>", "\"text/csv\""),
                change("media type that is none", "<https://www.iana.org/assignments/media-types/text/csv>", "\"CSV\"", "media-type-form"),
                without(ENCODING, "encoding-missing"),
                change("two encodings", ENCODING, ENCODING.replace(" ;", " , \"BIG5\" ;"), "encoding-form"),
                change("blank encoding", "\"UTF-8\"", "\" \"", "encoding-form"),
                without(FIELDS, "fields-missing"),
                change("fields as a table schema", "dct:conformsTo [ csvw:column", "csvw:tableSchema [ csvw:column"),
                change("PDF without fields and encoding", ENCODING + FIELDS, ""),
                change("negative size", "\"1024\"^^xsd:nonNegativeInteger", "-1", "byte-size-form"),
                change("size in words", "\"1024\"^^xsd:nonNegativeInteger", "\"1 KB\"", "byte-size-form"),
                change("distribution changed in words", "\"2026-01-01\"^^xsd:date", "\"昨天\"", "distribution-modified-form"),
                change("checksum without algorithm", "spdx:algorithm spdx:checksumAlgorithm_sha256 ;", "", "checksum-algorithm"),
                change("checksum in words", "\"0123456789abcdef0123456789abcdef\"^^xsd:hexBinary", "\"很長\"", "checksum-value"));
    }
}
