package tw.touchstone.catalog.history;

import java.util.Locale;
import tw.touchstone.model.LangText;

/// Why an award or a total changed, in the order in which changes are attributed.
///
/// Whatever a scorecard is computed from belongs to exactly one of these, so there is no "other".
public enum Cause {
    /// Other bytes were found, or the same for another time.
    BYTES("位元組", "bytes"),
    /// Something else is declared; distributions that come and go bring their own facts along.
    METADATA("詮釋資料", "metadata"),
    /// Other datasets of the agency, or the comments of the public.
    CORPUS("其他資料集與意見", "other datasets and comments"),
    /// The link answered otherwise.
    NETWORK("網路", "network"),
    /// Nothing but time went by.
    CLOCK("時間", "clock"),
    /// Another text of the policy or of the vocabularies it names, or another version of the rules or of the inspector.
    POLICY("政策", "policy");

    private final String zh;
    private final String en;

    Cause(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /// The permanent name in data.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name shown to people.
    public LangText displayName() {
        return LangText.of(zh, en);
    }
}
