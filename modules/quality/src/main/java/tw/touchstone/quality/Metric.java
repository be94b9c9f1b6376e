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
    /// 回復效率
    REPLY_TIME("reply-time", DATASET, Dimension.RESPONSIVE),
    /// 資料標準欄位
    STANDARD_FIELDS("standard-fields", DISTRIBUTION, Dimension.STANDARDISED, ENCODING_MATCH);

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
