package tw.touchstone.catalog.mending;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tw.touchstone.model.LangText;

/// Everything that a machine can mend here. A kind's name is permanent.
public enum FixKind {
    TRANSCODE(
            "把檔案轉為 UTF-8",
            "Convert the file to UTF-8",
            "檔案的文字轉為 UTF-8，宣告的編碼一併改為 UTF-8；內容與更新日期不變。",
            "The text of the file is written in UTF-8 and declared so; what it says and when it was updated stay the same."),
    REDECLARE_ENCODING(
            "更正宣告的編碼",
            "Correct the declared encoding",
            "宣告的編碼改為檔案實際使用的編碼；檔案不變。",
            "The encoding found in the file is declared; the file stays as it is."),
    DROP_MARK(
            "移除位元組順序記號（BOM）",
            "Take the byte order mark away",
            "移除檔案開頭的三個位元組；其餘不變。",
            "The three bytes at the beginning of the file go; the rest stays."),
    ADD_MARK(
            "加上位元組順序記號（BOM）",
            "Add a byte order mark",
            "檔案開頭加上三個位元組，試算表軟體開啟時便不會出現亂碼；其餘不變。",
            "Three bytes at the beginning tell spreadsheet programs that the text is UTF-8; the rest stays."),
    REDECLARE_FORMAT(
            "更正宣告的檔案格式",
            "Correct the declared format",
            "宣告的檔案格式改為檔案的實際格式，媒體類型一併改正；檔案不變。",
            "The format found in the file is declared, with its media type; the file stays as it is."),
    REDECLARE_MEDIA_TYPE(
            "更正宣告的媒體類型",
            "Correct the declared media type",
            "媒體類型改為檔案實際格式通用的一種；檔案不變。",
            "The media type that goes with the format found is declared; the file stays as it is."),
    REDECLARE_SIZE(
            "更正宣告的檔案大小",
            "Correct the declared size",
            "宣告的檔案大小改為實際的位元組數；檔案不變。",
            "The size found is declared; the file stays as it is."),
    REDECLARE_CHECKSUM(
            "更正宣告的校驗碼",
            "Correct the declared checksum",
            "宣告的 SHA-256 改為檔案的實際值；檔案不變。",
            "The SHA-256 found is declared; the file stays as it is."),
    FILL_FIELDS(
            "依檔案的欄名填寫主要欄位說明",
            "Fill in the fields from the header of the file",
            "主要欄位說明改列檔案的欄名，已有的說明予以保留；各欄的意義仍請自行補充。",
            "The declared fields become the column names of the file; descriptions that fit are kept, the others are yours to write."),
    TERM_FREQUENCY(
            "把更新頻率的文字對應為代碼",
            "Map the written update frequency to a term",
            "依原有文字填入更新頻率的代碼；原文保留。",
            "The term that the text means is filled in; the text is kept."),
    TERM_LICENCE(
            "把授權方式的文字對應為清單中的授權",
            "Map the written licence to a licence of the list",
            "依原有文字填入授權清單中的授權；原文保留。",
            "The licence of the list that the text means is filled in; the text is kept."),
    ISO_DATES(
            "另存一份日期為西元的檔案",
            "Make a copy with ISO dates",
            "新增一項資料資源：內容相同，民國日期改寫為 ISO 8601。原檔案不變。",
            "A further distribution says the same with the dates of the republic written as ISO 8601. The file stays as it is."),
    PLAIN_TABLE(
            "另存一份只有欄名與資料的檔案",
            "Make a copy of header and rows alone",
            "新增一項資料資源：內容相同，但沒有標題列、合計列、空白列與附註。原檔案不變。",
            "A further distribution says the same without titles, totals, blank rows and notes. The file stays as it is.");

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String zhTitle;
    private final String enTitle;
    private final String zhEffect;
    private final String enEffect;

    FixKind(String zhTitle, String enTitle, String zhEffect, String enEffect) {
        this.zhTitle = zhTitle;
        this.enTitle = enTitle;
        this.zhEffect = zhEffect;
        this.enEffect = enEffect;
    }

    /// The permanent name in data and addresses, for example `redeclare-encoding`.
    public String code() {
        return code;
    }

    /// What it is called.
    public LangText title() {
        return LangText.of(zhTitle, enTitle);
    }

    /// What it changes, and what it leaves alone.
    public LangText effect() {
        return LangText.of(zhEffect, enEffect);
    }

    /// The kind with this [#code()].
    public static Optional<FixKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
