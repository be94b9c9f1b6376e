package tw.touchstone.vocabulary.profile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// The RDF terms of the profile, and the prefixes they are written with.
public final class Terms {

    /// The namespace of the terms that no standard vocabulary has.
    public static final String TST = "https://touchstone.tw/ns/terms#";

    /// Under this address stand our concept schemes: `{SCHEMES}{scheme}/{notation}`.
    public static final String SCHEMES = "https://touchstone.tw/ns/";

    static final String DCAT = "http://www.w3.org/ns/dcat#";
    static final String DCT = "http://purl.org/dc/terms/";
    static final String FOAF = "http://xmlns.com/foaf/0.1/";
    static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
    static final String SPDX = "http://spdx.org/rdf/terms#";
    static final String CSVW = "http://www.w3.org/ns/csvw#";
    static final String PROV = "http://www.w3.org/ns/prov#";
    static final String ADMS = "http://www.w3.org/ns/adms#";
    static final String RAI = "http://mlcommons.org/croissant/RAI/";
    static final String CROISSANT = "http://mlcommons.org/croissant/";
    static final String QUDT = "http://qudt.org/schema/qudt/";
    static final String QB = "http://purl.org/linked-data/cube#";
    static final String SCHEMA_ORG = "https://schema.org/";
    static final String GEOSPARQL = "http://www.opengis.net/ont/geosparql#";
    static final String CNT = "http://www.w3.org/2011/content#";
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    /// The prefixes every syntax is written with, as far as they are used.
    public static final Map<String, String> PREFIXES = Collections.unmodifiableMap(new TreeMap<>(Map.ofEntries(
            Map.entry("dcat", DCAT),
            Map.entry("dct", DCT),
            Map.entry("foaf", FOAF),
            Map.entry("vcard", VCARD),
            Map.entry("spdx", SPDX),
            Map.entry("csvw", CSVW),
            Map.entry("cnt", CNT),
            Map.entry("rdf", RDF),
            Map.entry("rdfs", RDFS),
            Map.entry("skos", SKOS),
            Map.entry("xsd", XSD),
            Map.entry("dqv", "http://www.w3.org/ns/dqv#"),
            Map.entry("earl", "http://www.w3.org/ns/earl#"),
            Map.entry("oa", "http://www.w3.org/ns/oa#"),
            Map.entry("ptr", "http://www.w3.org/2009/pointers#"),
            Map.entry("prov", PROV),
            Map.entry("adms", ADMS),
            Map.entry("rai", RAI),
            Map.entry("cr", CROISSANT),
            Map.entry("qudt", QUDT),
            Map.entry("qb", QB),
            Map.entry("schema", SCHEMA_ORG),
            Map.entry("geo", GEOSPARQL),
            Map.entry("hydra", "http://www.w3.org/ns/hydra/core#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("sh", "http://www.w3.org/ns/shacl#"),
            Map.entry("tst", TST))));

    public static final Node RDF_TYPE = node(RDF, "type");
    public static final Node RDF_FIRST = node(RDF, "first");
    public static final Node RDF_REST = node(RDF, "rest");
    public static final Node RDFS_LABEL = node(RDFS, "label");

    public static final Node DCAT_DATASET = node(DCAT, "Dataset");
    public static final Node DCAT_DISTRIBUTION_CLASS = node(DCAT, "Distribution");
    public static final Node DCAT_CATALOG_RECORD = node(DCAT, "CatalogRecord");
    public static final Node DCAT_DISTRIBUTION = node(DCAT, "distribution");
    public static final Node DCAT_KEYWORD = node(DCAT, "keyword");
    public static final Node DCAT_THEME = node(DCAT, "theme");
    public static final Node DCAT_CONTACT_POINT = node(DCAT, "contactPoint");
    public static final Node DCAT_LANDING_PAGE = node(DCAT, "landingPage");
    public static final Node DCAT_START_DATE = node(DCAT, "startDate");
    public static final Node DCAT_END_DATE = node(DCAT, "endDate");
    public static final Node DCAT_ACCESS_URL = node(DCAT, "accessURL");
    public static final Node DCAT_DOWNLOAD_URL = node(DCAT, "downloadURL");
    public static final Node DCAT_MEDIA_TYPE = node(DCAT, "mediaType");
    public static final Node DCAT_BYTE_SIZE = node(DCAT, "byteSize");

    public static final Node DCAT_BBOX = node(DCAT, "bbox");
    public static final Node DCAT_TEMPORAL_RESOLUTION = node(DCAT, "temporalResolution");
    public static final Node DCAT_SPATIAL_RESOLUTION = node(DCAT, "spatialResolutionInMeters");
    public static final Node DCAT_VERSION = node(DCAT, "version");

    public static final Node DCT_TITLE = node(DCT, "title");
    public static final Node DCT_DESCRIPTION = node(DCT, "description");
    public static final Node DCT_IDENTIFIER = node(DCT, "identifier");
    public static final Node DCT_PUBLISHER = node(DCT, "publisher");
    public static final Node DCT_ACCRUAL_PERIODICITY = node(DCT, "accrualPeriodicity");
    public static final Node DCT_ACCESS_RIGHTS = node(DCT, "accessRights");
    public static final Node DCT_ISSUED = node(DCT, "issued");
    public static final Node DCT_MODIFIED = node(DCT, "modified");
    public static final Node DCT_TEMPORAL = node(DCT, "temporal");
    public static final Node DCT_PERIOD_OF_TIME = node(DCT, "PeriodOfTime");
    public static final Node DCT_SPATIAL = node(DCT, "spatial");
    public static final Node DCT_LANGUAGE = node(DCT, "language");
    public static final Node DCT_CONFORMS_TO = node(DCT, "conformsTo");
    public static final Node DCT_FORMAT = node(DCT, "format");
    public static final Node DCT_LICENSE = node(DCT, "license");

    public static final Node DCT_TYPE = node(DCT, "type");
    public static final Node DCT_CREATOR = node(DCT, "creator");
    public static final Node DCT_PROVENANCE = node(DCT, "provenance");
    public static final Node DCT_PROVENANCE_STATEMENT = node(DCT, "ProvenanceStatement");
    public static final Node DCT_SOURCE = node(DCT, "source");
    public static final Node DCT_CITATION = node(DCT, "bibliographicCitation");
    public static final Node DCT_RIGHTS = node(DCT, "rights");
    public static final Node DCT_RIGHTS_STATEMENT = node(DCT, "RightsStatement");
    public static final Node DCT_LOCATION = node(DCT, "Location");

    public static final Node FOAF_AGENT = node(FOAF, "Agent");
    public static final Node FOAF_NAME = node(FOAF, "name");
    public static final Node FOAF_PAGE = node(FOAF, "page");
    public static final Node FOAF_PRIMARY_TOPIC = node(FOAF, "primaryTopic");

    public static final Node VCARD_KIND = node(VCARD, "Kind");
    public static final Node VCARD_FN = node(VCARD, "fn");
    public static final Node VCARD_HAS_EMAIL = node(VCARD, "hasEmail");
    public static final Node VCARD_HAS_TELEPHONE = node(VCARD, "hasTelephone");
    public static final Node VCARD_HAS_VALUE = node(VCARD, "hasValue");

    public static final Node SPDX_CHECKSUM = node(SPDX, "checksum");
    public static final Node SPDX_CHECKSUM_CLASS = node(SPDX, "Checksum");
    public static final Node SPDX_ALGORITHM = node(SPDX, "algorithm");
    public static final Node SPDX_CHECKSUM_VALUE = node(SPDX, "checksumValue");
    public static final Node SPDX_SHA256 = node(SPDX, "checksumAlgorithm_sha256");

    public static final Node CSVW_SCHEMA = node(CSVW, "Schema");
    public static final Node CSVW_COLUMN = node(CSVW, "column");
    public static final Node CSVW_NAME = node(CSVW, "name");
    public static final Node CSVW_TITLE = node(CSVW, "title");
    public static final Node CSVW_TABLE_SCHEMA = node(CSVW, "tableSchema");
    public static final Node CSVW_DATATYPE = node(CSVW, "datatype");
    public static final Node CSVW_NULL = node(CSVW, "null");
    public static final Node CSVW_REQUIRED = node(CSVW, "required");
    public static final Node CSVW_PRIMARY_KEY = node(CSVW, "primaryKey");
    public static final Node CSVW_FOREIGN_KEY = node(CSVW, "foreignKey");
    public static final Node CSVW_COLUMN_REFERENCE = node(CSVW, "columnReference");
    public static final Node CSVW_REFERENCE = node(CSVW, "reference");
    public static final Node CSVW_RESOURCE = node(CSVW, "resource");
    public static final Node QUDT_UNIT = node(QUDT, "hasUnit");
    public static final Node UNIT_TEXT = node(SCHEMA_ORG, "unitText");
    public static final Node QB_CODE_LIST = node(QB, "codeList");
    public static final Node CNT_ENCODING = node(CNT, "characterEncoding");
    public static final Node SKOS_ALT_LABEL = node(SKOS, "altLabel");

    public static final Node PROV_DERIVED_FROM = node(PROV, "wasDerivedFrom");
    public static final Node PROV_GENERATED_BY = node(PROV, "wasGeneratedBy");
    public static final Node PROV_ACTIVITY = node(PROV, "Activity");
    public static final Node PROV_AGENT = node(PROV, "wasAssociatedWith");
    public static final Node PROV_STARTED = node(PROV, "startedAtTime");
    public static final Node PROV_ENDED = node(PROV, "endedAtTime");
    public static final Node PROV_USED = node(PROV, "used");

    public static final Node RAI_COLLECTION = node(RAI, "dataCollection");
    public static final Node RAI_COLLECTION_TYPE = node(RAI, "dataCollectionType");
    public static final Node RAI_TIMEFRAME = node(RAI, "dataCollectionTimeframe");
    public static final Node RAI_MISSING_DATA = node(RAI, "dataCollectionMissingData");
    public static final Node RAI_RAW_DATA = node(RAI, "dataCollectionRawData");
    public static final Node RAI_PREPROCESSING = node(RAI, "dataPreprocessingProtocol");
    public static final Node RAI_MANIPULATION = node(RAI, "dataManipulationProtocol");
    public static final Node RAI_IMPUTATION = node(RAI, "dataImputationProtocol");
    public static final Node RAI_BIASES = node(RAI, "dataBiases");
    public static final Node RAI_LIMITATIONS = node(RAI, "dataLimitations");
    public static final Node RAI_PERSONAL_DATA = node(RAI, "personalSensitiveInformation");
    public static final Node RAI_USE_CASES = node(RAI, "dataUseCases");
    public static final Node RAI_SOCIAL_IMPACT = node(RAI, "dataSocialImpact");
    public static final Node RAI_MAINTENANCE = node(RAI, "dataReleaseMaintenancePlan");

    public static final Node ADMS_VERSION_NOTES = node(ADMS, "versionNotes");
    public static final Node CR_IS_LIVE = node(CROISSANT, "isLiveDataset");
    public static final Node WKT = node(GEOSPARQL, "wktLiteral");

    /// How persons were made unrecognisable; Croissant-RAI has no term for it.
    public static final Node DEIDENTIFICATION = node(TST, "deidentificationProtocol");

    /// Whether the publisher says that the data speaks about no place.
    public static final Node NON_SPATIAL = node(TST, "nonSpatial");

    /// The lowest administrative level the data tells apart.
    public static final Node AREA_LEVEL = node(TST, "areaLevel");

    /// The name of a column by whose values groups are told apart.
    public static final Node GROUP_COLUMN = node(TST, "groupColumn");

    /// A national field without a DCAT term: `name=value`, with `%` and `=` of the name percent-encoded.
    public static final Node NATIONAL_FIELD = node(TST, "nationalField");

    /// What the standard property beside it cannot carry exactly: `property=text as declared`.
    public static final Node VERBATIM = node(TST, "verbatim");

    /// The order of a property's values, where it is not their natural one: `property=order`.
    public static final Node ORDER = node(TST, "order");

    /// The short name of the source a dataset comes from, on its catalogue record.
    public static final Node SOURCE = node(TST, "source");

    /// The identifier of a dataset within its source, on its catalogue record.
    public static final Node SOURCE_IDENTIFIER = node(TST, "sourceIdentifier");

    private Terms() {}

    private static Node node(String namespace, String name) {
        return NodeFactory.createURI(namespace + name);
    }
}
