package tw.touchstone.model.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A form that a value takes, beyond its type: how it is spelled, and what it looks like. A value may take several.
public enum ValueForm {
    // Spelling of dates

    /// `2021-05-01`
    ISO_DATE,
    /// `2021/5/1`, `2021.05.01`, `2021年5月1日`, `20210501`
    WESTERN_DATE,
    /// `110/5/1`, `110-05-01`, `110.05.01`
    ROC_DATE,
    /// `1100501`
    ROC_COMPACT_DATE,
    /// `110年5月1日`, `民國110年5月1日`
    ROC_WORDED_DATE,
    /// `110.05`, `110/05`, `11005`, `110年5月`
    ROC_MONTH,
    /// `110年`, `民國110年`, and bare `110` in a column that is named a year
    ROC_YEAR,

    // Spelling of numbers

    /// `１２３`
    FULL_WIDTH_DIGITS,
    /// `1,234,567`
    THOUSANDS_SEPARATED,
    /// `12.5%`
    PERCENT,
    /// `007`: digits that are no quantity.
    LEADING_ZERO,
    /// `12元`, `3.5公里`: a number with its unit.
    NUMBER_WITH_UNIT,

    // Places

    /// Degrees east that lie in Taiwan.
    LONGITUDE,
    /// Degrees north that lie in Taiwan.
    LATITUDE,
    /// Easting of TWD97 / TM2 (metres) that lies in Taiwan.
    TWD97_EASTING,
    /// Northing of TWD97 / TM2 (metres) that lies in Taiwan.
    TWD97_NORTHING,
    /// Official code of a county or city.
    COUNTY_CODE,
    /// Name of a county or city, 臺 or 台.
    COUNTY_NAME,
    /// Official code of a township or district.
    TOWNSHIP_CODE,
    /// Name of a township or district, alone or behind its county's.
    TOWNSHIP_NAME,
    /// Three to six digits that begin with a postal code of Taiwan.
    POSTCODE,
    /// A postal address of Taiwan.
    ADDRESS,

    // Identifiers and personal data

    /// National identity number (國民身分證統一編號) with a right check digit.
    NATIONAL_ID(true),
    /// Number of a resident certificate (統一證號) with a right check digit.
    RESIDENT_ID(true),
    /// Uniform business number (統一編號) with a right check digit.
    BUSINESS_NUMBER,
    /// Mobile telephone number of Taiwan.
    MOBILE_NUMBER(true),
    /// Landline telephone number of Taiwan.
    LANDLINE_NUMBER,
    EMAIL_ADDRESS(true),
    /// Payment card number with a right check digit.
    CARD_NUMBER(true),
    /// Web address.
    URL;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final boolean personal;

    ValueForm() {
        this(false);
    }

    ValueForm(boolean personal) {
        this.personal = personal;
    }

    /// The permanent name in documents, for example `roc-date`.
    public String id() {
        return id;
    }

    /// Whether such a value may say something about a person, and is only ever shown masked.
    public boolean isPersonal() {
        return personal;
    }

    /// The form with this [#id()].
    public static Optional<ValueForm> ofId(String id) {
        return Arrays.stream(values()).filter(form -> form.id.equals(id)).findFirst();
    }
}
