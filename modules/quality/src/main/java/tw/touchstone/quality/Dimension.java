package tw.touchstone.quality;

import java.util.Arrays;
import java.util.Optional;

/// What a metric tells about: the faces (構面) of the national guideline, and the data standards beside them.
/// (`dqv:Dimension`)
public enum Dimension {
    /// 資料可直接取得
    OBTAINABLE("obtainable"),
    /// 資料易於處理
    PROCESSABLE("processable"),
    /// 資料易於理解
    UNDERSTANDABLE("understandable"),
    /// 民眾意見回饋. No metric yet: it needs a log of comments.
    RESPONSIVE("responsive"),
    /// 領域資料標準, which is no face of the guideline but the condition of 白金 in its four-part wording.
    STANDARDISED("standardised");

    private final String id;

    Dimension(String id) {
        this.id = id;
    }

    /// The permanent name in data; the last part of the dimension's IRI.
    public String id() {
        return id;
    }

    /// The dimension with this [#id()].
    public static Optional<Dimension> ofId(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }
}
