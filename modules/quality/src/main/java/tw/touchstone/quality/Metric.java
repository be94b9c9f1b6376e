package tw.touchstone.quality;

import static tw.touchstone.quality.Scope.DATASET;
import static tw.touchstone.quality.Scope.DISTRIBUTION;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What can be measured, family by family, in the order in which it is measured. (`dqv:Metric`)
///
/// Each member names its permanent id, what it is asked of, its dimension, and the metric without which it cannot be
/// judged. The meaning of a member is frozen: a changed meaning is a new member with a new id. The words are in
/// `vocab/metrics.ttl`.
public enum Metric {
    // The label: 政府資料品質提升機制運作指引, and 領域資料標準

    /// 連結有效性
    LINKABLE("linkable", DISTRIBUTION, Dimension.OBTAINABLE),
    /// 資料可直接下載
    DOWNLOADABLE("downloadable", DISTRIBUTION, Dimension.OBTAINABLE, LINKABLE),
    /// 結構化檔案類型
    STRUCTURE("structure", DISTRIBUTION, Dimension.PROCESSABLE, DOWNLOADABLE),
    /// The national engine's `csv` flag.
    CSV("csv", DISTRIBUTION, Dimension.PROCESSABLE, STRUCTURE),
    /// 編碼描述與資料相符
    ENCODING_MATCH("encoding-match", DISTRIBUTION, Dimension.UNDERSTANDABLE, STRUCTURE),
    /// 欄位描述與資料相符
    DESC_MATCH("desc-match", DISTRIBUTION, Dimension.UNDERSTANDABLE, ENCODING_MATCH),
    /// 更新時效性. Waits for the structure only: whether dates are kept does not hang on encoding or field names.
    TIMELY("timely", DISTRIBUTION, Dimension.UNDERSTANDABLE, STRUCTURE),
    /// 更新時效性 by the bytes that were seen to change, with the working days of government offices.
    TIMELY_OBSERVED("timely-observed", DISTRIBUTION, Dimension.UNDERSTANDABLE, STRUCTURE),
    /// 回復效率
    REPLY_TIME("reply-time", DATASET, Dimension.RESPONSIVE),
    /// 資料標準欄位
    STANDARD_FIELDS("standard-fields", DISTRIBUTION, Dimension.STANDARDISED, ENCODING_MATCH),
    /// 資料標準欄位, by name and by value.
    STANDARD_VALUES("standard-values", DISTRIBUTION, Dimension.STANDARDISED, ENCODING_MATCH),

    // data.europa.eu: metadata quality assessment

    MQA_KEYWORD_AVAILABILITY("mqa-keyword-availability", DATASET, Dimension.FINDABILITY),
    MQA_CATEGORY_AVAILABILITY("mqa-category-availability", DATASET, Dimension.FINDABILITY),
    MQA_SPATIAL_AVAILABILITY("mqa-spatial-availability", DATASET, Dimension.FINDABILITY),
    MQA_TEMPORAL_AVAILABILITY("mqa-temporal-availability", DATASET, Dimension.FINDABILITY),
    MQA_ACCESS_URL_STATUS_CODE("mqa-access-url-status-code", DISTRIBUTION, Dimension.ACCESSIBILITY),
    MQA_DOWNLOAD_URL_AVAILABILITY("mqa-download-url-availability", DISTRIBUTION, Dimension.ACCESSIBILITY),
    MQA_DOWNLOAD_URL_STATUS_CODE("mqa-download-url-status-code", DISTRIBUTION, Dimension.ACCESSIBILITY),
    MQA_FORMAT_AVAILABILITY("mqa-format-availability", DISTRIBUTION, Dimension.INTEROPERABILITY),
    MQA_MEDIA_TYPE_AVAILABILITY("mqa-media-type-availability", DISTRIBUTION, Dimension.INTEROPERABILITY),
    MQA_FORMAT_MEDIA_TYPE_VOCABULARY_ALIGNMENT("mqa-format-media-type-vocabulary-alignment", DISTRIBUTION, Dimension.INTEROPERABILITY),
    MQA_FORMAT_MEDIA_TYPE_NON_PROPRIETARY("mqa-format-media-type-non-proprietary", DISTRIBUTION, Dimension.INTEROPERABILITY),
    MQA_FORMAT_MEDIA_TYPE_MACHINE_INTERPRETABLE("mqa-format-media-type-machine-interpretable", DISTRIBUTION, Dimension.INTEROPERABILITY),
    MQA_DCAT_AP_COMPLIANCE("mqa-dcat-ap-compliance", DATASET, Dimension.INTEROPERABILITY),
    MQA_LICENCE_AVAILABILITY("mqa-licence-availability", DISTRIBUTION, Dimension.REUSABILITY),
    MQA_KNOWN_LICENCE("mqa-known-licence", DISTRIBUTION, Dimension.REUSABILITY),
    MQA_ACCESS_RIGHTS_AVAILABILITY("mqa-access-rights-availability", DATASET, Dimension.REUSABILITY),
    MQA_ACCESS_RIGHTS_VOCABULARY_ALIGNMENT("mqa-access-rights-vocabulary-alignment", DATASET, Dimension.REUSABILITY),
    MQA_CONTACT_POINT_AVAILABILITY("mqa-contact-point-availability", DATASET, Dimension.REUSABILITY),
    MQA_PUBLISHER_AVAILABILITY("mqa-publisher-availability", DATASET, Dimension.REUSABILITY),
    MQA_RIGHTS_AVAILABILITY("mqa-rights-availability", DISTRIBUTION, Dimension.CONTEXTUALITY),
    MQA_BYTE_SIZE_AVAILABILITY("mqa-byte-size-availability", DISTRIBUTION, Dimension.CONTEXTUALITY),
    MQA_DATE_ISSUED_AVAILABILITY("mqa-date-issued-availability", DISTRIBUTION, Dimension.CONTEXTUALITY),
    MQA_DATE_MODIFIED_AVAILABILITY("mqa-date-modified-availability", DISTRIBUTION, Dimension.CONTEXTUALITY),

    // The five stars of open data; each builds on the one before

    /// An open licence, and a link that answers.
    STAR_1("star-1", DISTRIBUTION, Dimension.OPENNESS),
    /// Structured.
    STAR_2("star-2", DISTRIBUTION, Dimension.OPENNESS, STAR_1),
    /// In an open format.
    STAR_3("star-3", DISTRIBUTION, Dimension.OPENNESS, STAR_2),
    /// With IRIs for things.
    STAR_4("star-4", DISTRIBUTION, Dimension.OPENNESS, STAR_3),
    /// Linked to the data of others.
    STAR_5("star-5", DISTRIBUTION, Dimension.OPENNESS, STAR_4),

    // AI-Ready: our own proposal. The file comes first, since all that reads its content builds on it

    AIR_35("air-35", DISTRIBUTION, Dimension.READY_REACH),
    AIR_01("air-01", DATASET, Dimension.READY_SOURCE),
    AIR_02("air-02", DATASET, Dimension.READY_SOURCE),
    AIR_03("air-03", DATASET, Dimension.READY_SOURCE),
    AIR_04("air-04", DATASET, Dimension.READY_SOURCE),
    AIR_05("air-05", DATASET, Dimension.READY_SOURCE),
    AIR_06("air-06", DISTRIBUTION, Dimension.READY_SOURCE),
    AIR_07("air-07", DATASET, Dimension.READY_SOURCE),
    AIR_08("air-08", DATASET, Dimension.READY_SOURCE),
    AIR_09("air-09", DATASET, Dimension.READY_COLLECTION),
    AIR_10("air-10", DATASET, Dimension.READY_COLLECTION),
    AIR_11("air-11", DATASET, Dimension.READY_COLLECTION),
    AIR_12("air-12", DATASET, Dimension.READY_COLLECTION),
    AIR_13("air-13", DISTRIBUTION, Dimension.READY_COLLECTION, AIR_35),
    AIR_14("air-14", DATASET, Dimension.READY_TIME),
    AIR_15("air-15", DISTRIBUTION, Dimension.READY_TIME, AIR_35),
    AIR_16("air-16", DATASET, Dimension.READY_TIME),
    AIR_17("air-17", DISTRIBUTION, Dimension.READY_TIME),
    AIR_18("air-18", DATASET, Dimension.READY_TIME),
    AIR_19("air-19", DATASET, Dimension.READY_REGION),
    AIR_20("air-20", DISTRIBUTION, Dimension.READY_REGION, AIR_35),
    AIR_21("air-21", DISTRIBUTION, Dimension.READY_REGION, AIR_35),
    AIR_22("air-22", DATASET, Dimension.READY_REGION),
    AIR_23("air-23", DATASET, Dimension.READY_STRUCTURE),
    AIR_24("air-24", DISTRIBUTION, Dimension.READY_STRUCTURE, AIR_35),
    AIR_25("air-25", DISTRIBUTION, Dimension.READY_STRUCTURE, AIR_35),
    AIR_26("air-26", DISTRIBUTION, Dimension.READY_STRUCTURE, AIR_35),
    AIR_27("air-27", DISTRIBUTION, Dimension.READY_STRUCTURE, AIR_35),
    AIR_28("air-28", DISTRIBUTION, Dimension.READY_STRUCTURE),
    AIR_29("air-29", DISTRIBUTION, Dimension.READY_STRUCTURE, AIR_35),
    AIR_30("air-30", DATASET, Dimension.READY_BIAS),
    AIR_31("air-31", DISTRIBUTION, Dimension.READY_BIAS, AIR_35),
    AIR_32("air-32", DATASET, Dimension.READY_BIAS),
    AIR_33("air-33", DISTRIBUTION, Dimension.READY_BIAS, AIR_35),
    AIR_34("air-34", DATASET, Dimension.READY_BIAS),
    AIR_36("air-36", DISTRIBUTION, Dimension.READY_REACH, AIR_35),
    AIR_37("air-37", DISTRIBUTION, Dimension.READY_REACH, AIR_35),
    AIR_38("air-38", DATASET, Dimension.READY_REACH),
    AIR_39("air-39", DATASET, Dimension.READY_REACH);

    private static final Map<String, Metric> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Metric::id, Function.identity()));

    private final String id;
    private final Scope scope;
    private final Dimension dimension;
    private final Optional<Metric> prerequisite;

    Metric(String id, Scope scope, Dimension dimension) {
        this(id, scope, dimension, Optional.empty());
    }

    Metric(String id, Scope scope, Dimension dimension, Metric prerequisite) {
        this(id, scope, dimension, Optional.of(prerequisite));
    }

    Metric(String id, Scope scope, Dimension dimension, Optional<Metric> prerequisite) {
        this.id = id;
        this.scope = scope;
        this.dimension = dimension;
        this.prerequisite = prerequisite;
    }

    /// The permanent name in data, policies and queries; the last part of the metric's IRI.
    public String id() {
        return id;
    }

    /// What it is asked of.
    public Scope scope() {
        return scope;
    }

    public Dimension dimension() {
        return dimension;
    }

    public Family family() {
        return dimension.family();
    }

    /// The metric without which this one cannot be judged: declared before this one, and of the same scope or of the
    /// dataset.
    public Optional<Metric> prerequisite() {
        return prerequisite;
    }

    /// The metric with this [#id()].
    public static Optional<Metric> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
