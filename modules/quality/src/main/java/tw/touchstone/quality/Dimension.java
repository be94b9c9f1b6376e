package tw.touchstone.quality;

import java.util.Arrays;
import java.util.Optional;

/// What a metric tells about, family by family. (`dqv:Dimension`)
public enum Dimension {
    // The faces (構面) of the national guideline, and the data standards beside them

    /// 資料可直接取得
    OBTAINABLE("obtainable", Family.LABEL),
    /// 資料易於處理
    PROCESSABLE("processable", Family.LABEL),
    /// 資料易於理解
    UNDERSTANDABLE("understandable", Family.LABEL),
    /// 民眾意見回饋
    RESPONSIVE("responsive", Family.LABEL),
    /// 領域資料標準, which is no face of the guideline but the condition of 白金 in its four-part wording.
    STANDARDISED("standardised", Family.LABEL),

    // The dimensions of the metadata quality assessment of data.europa.eu

    FINDABILITY("findability", Family.MQA),
    ACCESSIBILITY("accessibility", Family.MQA),
    INTEROPERABILITY("interoperability", Family.MQA),
    REUSABILITY("reusability", Family.MQA),
    CONTEXTUALITY("contextuality", Family.MQA),

    // The stars

    /// How far the data is open, star by star.
    OPENNESS("openness", Family.STARS),

    // The six required dimensions of AI-Ready data, and whether it can be had

    /// 來源與描述
    READY_SOURCE("ready-source", Family.AI_READY),
    /// 蒐集方式
    READY_COLLECTION("ready-collection", Family.AI_READY),
    /// 時間範圍
    READY_TIME("ready-time", Family.AI_READY),
    /// 空間範圍
    READY_REGION("ready-region", Family.AI_READY),
    /// 類型與結構
    READY_STRUCTURE("ready-structure", Family.AI_READY),
    /// 偏誤與限制
    READY_BIAS("ready-bias", Family.AI_READY),
    /// 可取得性
    READY_REACH("ready-reach", Family.AI_READY);

    private final String id;
    private final Family family;

    Dimension(String id, Family family) {
        this.id = id;
        this.family = family;
    }

    /// The permanent name in data; the last part of the dimension's IRI.
    public String id() {
        return id;
    }

    /// Whose dimension it is; a metric belongs to its dimension's family.
    public Family family() {
        return family;
    }

    /// The dimension with this [#id()].
    public static Optional<Dimension> ofId(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }
}
