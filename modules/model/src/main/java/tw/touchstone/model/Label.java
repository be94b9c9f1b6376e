package tw.touchstone.model;

import java.util.Arrays;
import java.util.Optional;

/// The quality label of a dataset or distribution under one policy. (標章; in the national export 品質檢測)
///
/// Members stand from best to worst, the states that are neither held nor lost last.
public enum Label {
    PLATINUM("platinum", "白金", "Platinum"),
    GOLD("gold", "金", "Gold"),
    SILVER("silver", "銀", "Silver"),
    BRONZE("bronze", "銅", "Bronze"),
    /// 無(品檢未過): a check that every label needs was failed.
    NONE_FAILED("none-failed", "無(品檢未過)", "None (failed)"),
    /// 無(未做品檢): what the first step needs is not measured yet.
    NONE_UNCHECKED("none-unchecked", "無(未做品檢)", "None (not checked)"),
    /// 無(白名單): taken out of the checks by the reviewer.
    NONE_EXEMPT("none-exempt", "無(白名單)", "None (exempt)"),
    /// The links could not be decided for so long that the last verdict no longer stands: neither held nor lost.
    SUSPENDED("suspended", "暫停", "Suspended");

    private final String code;
    private final String zh;
    private final String en;

    Label(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /// The permanent name in data and queries, for example `platinum`.
    public String code() {
        return code;
    }

    /// The name shown to people; the Chinese one is the value of the national export.
    public LangText displayName() {
        return LangText.of(zh, en);
    }

    /// Whether this is one of the four labels that are awarded.
    public boolean isAwarded() {
        return compareTo(BRONZE) <= 0;
    }

    /// The label with this [#code()].
    public static Optional<Label> ofCode(String code) {
        return Arrays.stream(values()).filter(label -> label.code.equals(code)).findFirst();
    }
}
