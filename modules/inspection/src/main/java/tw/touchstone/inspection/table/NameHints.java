package tw.touchstone.inspection.table;

import java.util.regex.Pattern;

/// What the name of a column says about its values, where they alone could be several things.
final class NameHints {

    /// Digits that are no quantities.
    private static final Pattern CODE = Pattern.compile(
            "電話|傳真|手機|統一編號|統編|代碼|代號|編號|編碼|郵遞區號|身分證|證號|字號|帳號|卡號|(?i)\\b(phone|tel|fax|zip|postcode|code)\\b|(?i)(_id|code|_no)$|^(?i)id$");

    private static final Pattern DATE = Pattern.compile("日期|年月|時間|期間|日$|(?i)date|time|yyymm");
    private static final Pattern MONTH = Pattern.compile("年月|月份|月別|期間|(?i)month|yyymm|ym$");
    private static final Pattern YEAR = Pattern.compile("年$|年度|年份|年別|(?i)^year$|(?i)[_ ]year$");
    private static final Pattern BUSINESS = Pattern.compile("統編|統一編號|(?i)\\b(ban|ubn|vat|tax ?id)\\b");
    private static final Pattern TELEPHONE = Pattern.compile("電話|手機|行動|聯絡|連絡|傳真|(?i)phone|mobile|tel|fax|contact");
    private static final Pattern POSTCODE = Pattern.compile("郵遞區號|郵遞|郵區|(?i)zip|post(al)?_?code");
    private static final Pattern CARD = Pattern.compile("卡號|信用卡|(?i)card");
    /// Columns of persons' names; not of their telephone numbers, titles or how many they are.
    private static final Pattern PERSON = Pattern.compile(
            "((負責|管理|聯絡|連絡|聯繫|承辦|經辦|代表|主持|申請|所有權?|代理|保管)(人|人員)|負責醫[師生]|董事長|理事長|姓名)"
                    + "(姓名|名稱)?\\s*\\d*\\s*([(（].*)?$|(?i)\\bcontact[_ ]?(name|person)$");
    private static final Pattern AREA = Pattern.compile("縣市|行政區|鄉鎮|區域|代碼|代號|(?i)county|city|town|area|code|geo_?id");
    private static final Pattern LONGITUDE = Pattern.compile("經度|(?i)\\blon|lng|longitude|經緯度x|(?i)wgs.*x|^(?i)x$|(?i)_lon$|(?i)[xX]\\s*座標|[xX]\\s*坐標");
    private static final Pattern LATITUDE = Pattern.compile("緯度|(?i)\\blat|latitude|(?i)wgs.*y|^(?i)y$|(?i)_lat$|[yY]\\s*座標|[yY]\\s*坐標");
    private static final Pattern EASTING = Pattern.compile("(?i)twd.*x|(?i)\\bx\\b|x\\s*[座坐]標|[橫东東]\\s*[座坐]標|(?i)easting|(?i)coord.*x|(?i)_x$|(?i)^x|(?i)tm2?_?x");
    private static final Pattern NORTHING = Pattern.compile("(?i)twd.*y|(?i)\\by\\b|(?i)y\\s*[座坐]標|[縱北]\\s*[座坐]標|(?i)northing|(?i)coord.*y|(?i)_y$|(?i)^y|(?i)tm2?_?y");

    private final String name;

    NameHints(String name) {
        this.name = name;
    }

    private boolean matches(Pattern pattern) {
        return pattern.matcher(name).find();
    }

    boolean code() {
        return matches(CODE);
    }

    boolean date() {
        return matches(DATE);
    }

    boolean month() {
        return matches(MONTH);
    }

    boolean year() {
        return matches(YEAR);
    }

    boolean business() {
        return matches(BUSINESS);
    }

    boolean telephone() {
        return matches(TELEPHONE);
    }

    boolean postcode() {
        return matches(POSTCODE);
    }

    boolean card() {
        return matches(CARD);
    }

    boolean person() {
        return matches(PERSON);
    }

    boolean area() {
        return matches(AREA);
    }

    /// Whether the name is that of a coordinate of this form.
    boolean coordinate(long form) {
        if (form == FormSet.LONGITUDE) {
            return matches(LONGITUDE);
        }
        if (form == FormSet.LATITUDE) {
            return matches(LATITUDE);
        }
        return matches(form == FormSet.TWD97_EASTING ? EASTING : NORTHING);
    }
}
