package tw.touchstone.quality;

import java.util.Arrays;
import java.util.Optional;

/// What can be measured, in the order in which it is measured. (`dqv:Metric`)
///
/// The meaning of a member is frozen: a changed meaning is a new member with a new id. The words are in
/// `vocab/metrics.ttl`.
public enum Metric {
    /// 連結有效性
    LINKABLE("linkable", Dimension.OBTAINABLE, Optional.empty()),
    /// 資料可直接下載
    DOWNLOADABLE("downloadable", Dimension.OBTAINABLE, Optional.of(LINKABLE)),
    /// 結構化檔案類型
    STRUCTURE("structure", Dimension.PROCESSABLE, Optional.of(DOWNLOADABLE)),
    /// The national engine's `csv` flag.
    CSV("csv", Dimension.PROCESSABLE, Optional.of(STRUCTURE)),
    /// 編碼描述與資料相符
    ENCODING_MATCH("encoding-match", Dimension.UNDERSTANDABLE, Optional.of(STRUCTURE)),
    /// 欄位描述與資料相符
    DESC_MATCH("desc-match", Dimension.UNDERSTANDABLE, Optional.of(ENCODING_MATCH)),
    /// 更新時效性. Waits for the structure only: whether dates are kept does not hang on encoding or field names.
    TIMELY("timely", Dimension.UNDERSTANDABLE, Optional.of(STRUCTURE)),
    /// 資料標準欄位
    STANDARD_FIELDS("standard-fields", Dimension.STANDARDISED, Optional.of(ENCODING_MATCH));

    private final String id;
    private final Dimension dimension;
    private final Optional<Metric> prerequisite;

    Metric(String id, Dimension dimension, Optional<Metric> prerequisite) {
        this.id = id;
        this.dimension = dimension;
        this.prerequisite = prerequisite;
    }

    /// The permanent name in data, policies and queries; the last part of the metric's IRI.
    public String id() {
        return id;
    }

    public Dimension dimension() {
        return dimension;
    }

    /// The metric without which this one cannot be judged; declared before this one.
    public Optional<Metric> prerequisite() {
        return prerequisite;
    }

    /// The metric with this [#id()].
    public static Optional<Metric> ofId(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }
}
