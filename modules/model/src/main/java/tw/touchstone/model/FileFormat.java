package tw.touchstone.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A file format, declared or detected. (檔案格式, `dct:format`)
///
/// [#code()] is the short name shown to people and used in queries. IRIs and labels are in the vocabularies.
public enum FileFormat {
    CSV("csv", "text/csv", Kind.TABLE),
    TSV("tsv", "text/tab-separated-values", Kind.TABLE),
    JSON("json", "application/json", Kind.TREE),
    JSON_LINES("jsonl", "application/x-ndjson", Kind.TREE),
    GEOJSON("geojson", "application/geo+json", Kind.TREE),
    JSON_LD("jsonld", "application/ld+json", Kind.TREE),
    XML("xml", "application/xml", Kind.TREE),
    RSS("rss", "application/rss+xml", Kind.TREE),
    KML("kml", "application/vnd.google-earth.kml+xml", Kind.TREE),
    GML("gml", "application/gml+xml", Kind.TREE),
    RDF_XML("rdf", "application/rdf+xml", Kind.TREE),
    TURTLE("ttl", "text/turtle", Kind.TREE),
    N_TRIPLES("nt", "application/n-triples", Kind.TREE),
    N_QUADS("nq", "application/n-quads", Kind.TREE),
    TRIG("trig", "application/trig", Kind.TREE),
    KMZ("kmz", "application/vnd.google-earth.kmz", Kind.TREE),
    SHP("shp", "application/vnd.shp", Kind.TREE),
    XLS("xls", "application/vnd.ms-excel", Kind.TABLE),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Kind.TABLE),
    ODS("ods", "application/vnd.oasis.opendocument.spreadsheet", Kind.TABLE),
    PARQUET("parquet", "application/vnd.apache.parquet", Kind.TABLE),
    DBF("dbf", "application/dbase", Kind.TABLE),
    SQLITE("sqlite", "application/vnd.sqlite3", Kind.TABLE),
    HDF5("hdf5", "application/x-hdf5", Kind.TREE),
    NETCDF("nc", "application/netcdf", Kind.TREE),
    PDF("pdf", "application/pdf", Kind.DOCUMENT),
    DOC("doc", "application/msword", Kind.DOCUMENT),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Kind.DOCUMENT),
    ODT("odt", "application/vnd.oasis.opendocument.text", Kind.DOCUMENT),
    PPTX("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", Kind.DOCUMENT),
    EPUB("epub", "application/epub+zip", Kind.DOCUMENT),
    HTML("html", "text/html", Kind.DOCUMENT),
    TXT("txt", "text/plain", Kind.DOCUMENT),
    JPEG("jpeg", "image/jpeg", Kind.MEDIA),
    PNG("png", "image/png", Kind.MEDIA),
    GIF("gif", "image/gif", Kind.MEDIA),
    TIFF("tiff", "image/tiff", Kind.MEDIA),
    MP3("mp3", "audio/mpeg", Kind.MEDIA),
    MP4("mp4", "video/mp4", Kind.MEDIA),
    ZIP("zip", "application/zip", Kind.ARCHIVE),
    SEVEN_ZIP("7z", "application/x-7z-compressed", Kind.ARCHIVE),
    RAR("rar", "application/vnd.rar", Kind.ARCHIVE),
    TAR("tar", "application/x-tar", Kind.ARCHIVE),
    GZIP("gzip", "application/gzip", Kind.ARCHIVE),
    /// A web interface, described for example by an OpenAPI document.
    API("api", "application/vnd.oai.openapi+json", Kind.SERVICE),
    WMS("wms", "application/vnd.ogc.wms_xml", Kind.SERVICE),
    WFS("wfs", "application/vnd.ogc.wfs_xml", Kind.SERVICE),
    /// Bytes that no format is known for. Only ever detected, never declared.
    UNKNOWN("unknown", "application/octet-stream", Kind.UNKNOWN);

    /// What a program can expect inside.
    public enum Kind {
        /// Rows and columns.
        TABLE,
        /// Records in a nested structure.
        TREE,
        /// Text for people.
        DOCUMENT,
        /// Image, sound or film.
        MEDIA,
        /// A container of other files.
        ARCHIVE,
        /// Not a file but an interface.
        SERVICE,
        UNKNOWN
    }

    private final String code;
    private final String mediaType;
    private final Kind kind;

    FileFormat(String code, String mediaType, Kind kind) {
        this.code = code;
        this.mediaType = mediaType;
        this.kind = kind;
    }

    /// The short lower-case name, for example `csv`.
    public String code() {
        return code;
    }

    /// The media type this format is usually served with.
    public String mediaType() {
        return mediaType;
    }

    /// What a program can expect inside.
    public Kind kind() {
        return kind;
    }

    /// The name shown to people, for example `CSV`.
    public String display() {
        return code.toUpperCase(Locale.ROOT);
    }

    /// The format with this [#code()], in any case.
    public static Optional<FileFormat> ofCode(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equalsIgnoreCase(code))
                .findFirst();
    }
}
