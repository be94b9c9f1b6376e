package tw.touchstone.server.registration;

import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.vocabulary.conformance.ConformanceFinding;

/// Which input of the form a finding of the application profile is about.
///
/// @param keys of the distributions, by their identifiers
record FindingFields(Iris iris, Map<DistributionId, String> keys) {

    private static final Map<String, String> OF_DATASET = Map.ofEntries(
            Map.entry("dct:title", "title-zh"),
            Map.entry("dct:description", "description-zh"),
            Map.entry("dct:publisher", "publisher"),
            Map.entry("dcat:keyword", "keywords"),
            Map.entry("dcat:theme", "theme"),
            Map.entry("dct:accrualPeriodicity", "frequency"),
            Map.entry("dct:temporal", "temporal-start"),
            Map.entry("dcat:startDate", "temporal-start"),
            Map.entry("dcat:startDate|dcat:endDate", "temporal-start"),
            Map.entry("dcat:contactPoint", "contact-name"),
            Map.entry("vcard:fn", "contact-name"),
            Map.entry("vcard:hasEmail", "contact-email"),
            Map.entry("vcard:hasEmail|vcard:hasTelephone", "contact-email"),
            Map.entry("dct:type", "type"),
            Map.entry("dct:accessRights", "access-rights"),
            Map.entry("dct:spatial", "spatial"),
            Map.entry("dcat:bbox", "bbox"),
            Map.entry("dcat:temporalResolution", "temporal-resolution"),
            Map.entry("dcat:spatialResolutionInMeters", "spatial-resolution"),
            Map.entry("tst:areaLevel", "area-level"),
            Map.entry("dct:source", "sources"),
            Map.entry("prov:wasDerivedFrom", "derived-from"),
            Map.entry("prov:startedAtTime", "activity-started"),
            Map.entry("prov:startedAtTime|prov:endedAtTime", "activity-started"),
            Map.entry("rai:dataCollection", "method-zh"),
            Map.entry("rai:dataBiases|rai:dataLimitations", "biases-zh"),
            Map.entry("rai:personalSensitiveInformation", "personal-data-zh"),
            Map.entry("dcat:version", "version"),
            Map.entry("dct:license", "licence"),
            Map.entry("dcat:distribution", "distributions"));

    private static final Map<String, String> OF_DISTRIBUTION = Map.of(
            "dcat:downloadURL", "url",
            "dcat:accessURL", "url",
            "dcat:downloadURL|dcat:accessURL", "url",
            "dct:format", "format",
            "cnt:characterEncoding", "encoding",
            "csvw:tableSchema", "fields",
            "dct:rights", "rights");

    /// The name of the input; empty where the form has none for it.
    String of(ConformanceFinding finding) {
        return switch (finding.shape()) {
            case "title-en" -> "title-en";
            case "timeframe-order", "timeframe-form" -> "collected-start";
            case "encoding-missing" -> ofDistribution(finding.value(), "encoding");
            case "fields-missing" -> ofDistribution(finding.value(), "fields");
            default -> byPath(finding);
        };
    }

    private String byPath(ConformanceFinding finding) {
        var input = Optional.ofNullable(OF_DISTRIBUTION.get(finding.path()));
        var field = input.map(name -> ofDistribution(finding.focus(), name)).filter(name -> !name.isEmpty());
        return field.or(() -> Optional.ofNullable(OF_DATASET.get(finding.path()))).orElse("");
    }

    private String ofDistribution(String iri, String input) {
        return keys.entrySet().stream()
                .filter(entry -> iris.distribution(entry.getKey()).toString().equals(iri))
                .map(entry -> entry.getValue() + "-" + input)
                .findFirst()
                .orElse("");
    }
}
