package tw.touchstone.exchange.catalogue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a column of a catalogue file says, under the name it has in the national export.
enum Column {
    IDENTIFIER("資料集識別碼"),
    TITLE("資料集名稱"),
    DESCRIPTION("資料集描述"),
    AGENCY("提供機關"),
    SERVICE("服務分類"),
    FREQUENCY("更新頻率"),
    LICENCE("授權方式"),
    FIELDS("主要欄位說明"),
    FORMATS("檔案格式"),
    URLS("資料下載網址"),
    ENCODINGS("編碼格式"),
    AMOUNTS("資料量"),
    LANDING_PAGE("相關網址"),
    CONTACT_NAME("提供機關聯絡人姓名"),
    CONTACT_PHONE("提供機關聯絡人電話"),
    CONTACT_EMAIL("提供機關聯絡人電子郵件"),
    ISSUED("上架日期"),
    MODIFIED("詮釋資料更新時間"),
    KEYWORDS("關鍵字"),
    PERIOD_START("收錄期間(起)"),
    PERIOD_END("收錄期間(迄)"),
    LISTING("資料集上架方式"),
    TYPE("資料類型"),
    CHARGE("計費方式"),
    LICENCE_PAGE("授權說明網址"),
    REMARK("備註");

    private final String officialName;

    Column(String officialName) {
        this.officialName = officialName;
    }

    String officialName() {
        return officialName;
    }

    static Optional<Column> named(String officialName) {
        return Optional.ofNullable(Names.BY_NAME.get(officialName));
    }

    /// Built once; an enum's constants cannot fill its own static field.
    private static final class Names {
        private static final Map<String, Column> BY_NAME = Arrays.stream(Column.values())
                .collect(Collectors.toUnmodifiableMap(Column::officialName, column -> column));
    }
}
