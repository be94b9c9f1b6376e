package tw.touchstone.server.api;

import java.util.Map;

/// Under which property of our JSON a property of the application profile is found.
final class ProfileFields {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("dct:title", "title"),
            Map.entry("dct:description", "description"),
            Map.entry("dct:publisher", "publisher"),
            Map.entry("dcat:keyword", "keywords"),
            Map.entry("dcat:theme", "themes"),
            Map.entry("dct:accrualPeriodicity", "frequency"),
            Map.entry("dct:accessRights", "accessRights"),
            Map.entry("dct:issued", "issued"),
            Map.entry("dct:modified", "modified"),
            Map.entry("dct:temporal", "temporal"),
            Map.entry("dct:spatial", "spatial"),
            Map.entry("dct:language", "language"),
            Map.entry("dcat:contactPoint", "contact"),
            Map.entry("vcard:fn", "contact.name"),
            Map.entry("vcard:hasEmail", "contact.email"),
            Map.entry("vcard:hasTelephone", "contact.phone"),
            Map.entry("dcat:landingPage", "landingPage"),
            Map.entry("dct:conformsTo", "conformsTo"),
            Map.entry("dcat:distribution", "distributions"),
            Map.entry("dcat:accessURL", "accessUrl"),
            Map.entry("dcat:downloadURL", "downloadUrl"),
            Map.entry("dcat:downloadURL|dcat:accessURL", "accessUrl"),
            Map.entry("dcat:accessURL|dcat:downloadURL", "accessUrl"),
            Map.entry("dct:format", "format"),
            Map.entry("dcat:mediaType", "mediaType"),
            Map.entry("cnt:characterEncoding", "encoding"),
            Map.entry("dct:license", "licence"),
            Map.entry("csvw:tableSchema", "fields"),
            Map.entry("dct:type", "type"),
            Map.entry("dcat:temporalResolution", "coverage.temporalResolution"),
            Map.entry("dcat:spatialResolutionInMeters", "coverage.spatialResolution"),
            Map.entry("tst:areaLevel", "coverage.areaLevel"),
            Map.entry("tst:nonSpatial", "coverage.nonSpatial"),
            Map.entry("dcat:bbox", "coverage.bbox"),
            Map.entry("dct:creator", "provenance.creator"),
            Map.entry("dct:source", "provenance.sources"),
            Map.entry("dct:provenance|dct:source", "provenance.statement"),
            Map.entry("prov:wasDerivedFrom", "provenance.derivedFrom"),
            Map.entry("prov:startedAtTime", "provenance.activity.started"),
            Map.entry("prov:startedAtTime|prov:endedAtTime", "provenance.activity.started"),
            Map.entry("rai:dataCollection", "collection.method"),
            Map.entry("rai:dataCollectionType", "collection.types"),
            Map.entry("rai:dataBiases|rai:dataLimitations", "limits.biases"),
            Map.entry("rai:personalSensitiveInformation", "limits.personalData"),
            Map.entry("dcat:version", "release.version"),
            Map.entry("dct:rights", "rights"),
            Map.entry("csvw:datatype", "fields.type"),
            Map.entry("csvw:required", "fields.required"),
            Map.entry("dcat:byteSize", "byteSize"),
            Map.entry("spdx:checksum", "checksum"));

    private ProfileFields() {}

    /// The path itself where our JSON has no property of its own for it.
    static String field(String path) {
        return FIELDS.getOrDefault(path, path);
    }
}
