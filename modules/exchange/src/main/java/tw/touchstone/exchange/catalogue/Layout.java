package tw.touchstone.exchange.catalogue;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.SourceRef;

/// Which columns a kind of catalogue file has, by name and in any order.
@SuppressWarnings("ImmutableEnumChecker") // the maps are those of Map.of
enum Layout {
    NATIONAL("national export", SourceRef.NATIONAL, false, Map.of("資資料集上架方式", Column.LISTING)),
    NATIONAL_OLDER(
            "national export before 2019",
            SourceRef.NATIONAL,
            false,
            Map.of(
                    "id", Column.IDENTIFIER,
                    "下載連結", Column.URLS,
                    "資料集提供機關聯絡人", Column.CONTACT_NAME,
                    "資料集提供機關聯絡人電話", Column.CONTACT_PHONE,
                    "發布時間", Column.ISSUED,
                    "修訂時間", Column.MODIFIED)),
    NATIONAL_SOLR(
            "national search records",
            SourceRef.NATIONAL,
            false,
            Map.ofEntries(
                    entry("id", Column.IDENTIFIER),
                    entry("Name_t", Column.TITLE),
                    entry("field_body_value_s", Column.DESCRIPTION),
                    entry("orgName_s", Column.AGENCY),
                    entry("category_s", Column.SERVICE),
                    entry("field_updatefreq_value_s", Column.FREQUENCY),
                    entry("field_datalicense_value_s", Column.LICENCE),
                    entry("field_auth_link_url_s", Column.LICENCE_PAGE),
                    entry("field_field_fielddesc_value_s", Column.FIELDS),
                    entry("mimetype_ms", Column.FORMATS),
                    entry("field_resource_url_g_url_s", Column.URLS),
                    entry("field_character_set_code_g_value_s", Column.ENCODINGS),
                    entry("contactname_sex_s", Column.CONTACT_NAME),
                    entry("field_contactphone_value_s", Column.CONTACT_PHONE),
                    entry("createdDate_dt", Column.ISSUED),
                    entry("changedDate_dt", Column.MODIFIED),
                    entry("dataset_s", Column.TYPE),
                    entry("field_charge_value_s", Column.CHARGE),
                    entry("field_note_value_s", Column.REMARK))),
    TAIPEI_2018(
            "Taipei 2018",
            "taipei",
            true,
            Map.ofEntries(
                    entry("編號", Column.IDENTIFIER),
                    entry("資料名稱", Column.TITLE),
                    entry("資料集提供機關", Column.AGENCY),
                    entry("分類及編號", Column.SERVICE),
                    entry("資料連結網址", Column.URLS),
                    entry("資料集說明網址", Column.LANDING_PAGE),
                    entry("資料集提供機關聯絡人", Column.CONTACT_NAME),
                    entry("資料集提供機關電話", Column.CONTACT_PHONE),
                    entry("資料集提供機關聯絡人電子郵件", Column.CONTACT_EMAIL),
                    entry("建立日期", Column.ISSUED),
                    entry("最後更新時間", Column.MODIFIED),
                    entry("資料集類型", Column.TYPE),
                    entry("標籤/關鍵字", Column.KEYWORDS)));

    private final String title;
    private final String source;
    /// Whether the URLs lead to a page about the data instead of the data.
    private final boolean pageUrls;

    private final Map<String, Column> ownNames;

    Layout(String title, String source, boolean pageUrls, Map<String, Column> ownNames) {
        this.title = title;
        this.source = source;
        this.pageUrls = pageUrls;
        this.ownNames = ownNames;
    }

    /// The layout whose identifier, title and URL columns are all among these names.
    static Optional<Layout> of(Collection<String> names) {
        for (var layout : values()) {
            Set<Column> found = new HashSet<>();
            names.forEach(name -> layout.column(name).ifPresent(found::add));
            if (found.containsAll(List.of(Column.IDENTIFIER, Column.TITLE, Column.URLS))) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }

    /// What the column of this name says; a name of the national export means the same in every layout.
    Optional<Column> column(String name) {
        return Optional.ofNullable(ownNames.get(name)).or(() -> Column.named(name));
    }

    /// The values of a row by what they say. Where two columns say the same, the first that is not blank counts.
    Map<Column, String> known(Map<String, String> row) {
        var known = new EnumMap<Column, String>(Column.class);
        row.forEach((name, value) -> column(name)
                .ifPresent(column -> known.merge(column, value, (first, second) -> first.isBlank() ? second : first)));
        return known;
    }

    /// What joins the values of a list cell.
    char separator(Container container) {
        return switch (this) {
            case NATIONAL -> ';';
            case NATIONAL_OLDER -> container == Container.CSV ? ';' : ',';
            case NATIONAL_SOLR, TAIPEI_2018 -> ',';
        };
    }

    String title() {
        return title;
    }

    String source() {
        return source;
    }

    boolean pageUrls() {
        return pageUrls;
    }
}
