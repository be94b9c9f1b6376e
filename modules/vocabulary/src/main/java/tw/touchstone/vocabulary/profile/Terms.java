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
            Map.entry("prov", "http://www.w3.org/ns/prov#"),
            Map.entry("adms", "http://www.w3.org/ns/adms#"),
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

    public static final Node FOAF_AGENT = node(FOAF, "Agent");
    public static final Node FOAF_NAME = node(FOAF, "name");
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
    public static final Node CNT_ENCODING = node(CNT, "characterEncoding");
    public static final Node SKOS_ALT_LABEL = node(SKOS, "altLabel");

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
