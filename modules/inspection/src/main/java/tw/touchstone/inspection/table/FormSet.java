package tw.touchstone.inspection.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tw.touchstone.model.fact.ValueForm;

/// Sets of [ValueForm] as bits of a number, since every value of every table has one.
final class FormSet {

    private static final List<ValueForm> FORMS = List.of(ValueForm.values());
    private static final Map<ValueForm, Integer> POSITIONS = positions();

    static final int SIZE = FORMS.size();

    static final long ISO_DATE = of(ValueForm.ISO_DATE);
    static final long WESTERN_DATE = of(ValueForm.WESTERN_DATE);
    static final long ROC_DATE = of(ValueForm.ROC_DATE);
    static final long ROC_COMPACT_DATE = of(ValueForm.ROC_COMPACT_DATE);
    static final long ROC_WORDED_DATE = of(ValueForm.ROC_WORDED_DATE);
    static final long ROC_MONTH = of(ValueForm.ROC_MONTH);
    static final long ROC_YEAR = of(ValueForm.ROC_YEAR);
    static final long FULL_WIDTH_DIGITS = of(ValueForm.FULL_WIDTH_DIGITS);
    static final long THOUSANDS_SEPARATED = of(ValueForm.THOUSANDS_SEPARATED);
    static final long PERCENT = of(ValueForm.PERCENT);
    static final long LEADING_ZERO = of(ValueForm.LEADING_ZERO);
    static final long NUMBER_WITH_UNIT = of(ValueForm.NUMBER_WITH_UNIT);
    static final long LONGITUDE = of(ValueForm.LONGITUDE);
    static final long LATITUDE = of(ValueForm.LATITUDE);
    static final long TWD97_EASTING = of(ValueForm.TWD97_EASTING);
    static final long TWD97_NORTHING = of(ValueForm.TWD97_NORTHING);
    static final long COUNTY_CODE = of(ValueForm.COUNTY_CODE);
    static final long COUNTY_NAME = of(ValueForm.COUNTY_NAME);
    static final long TOWNSHIP_CODE = of(ValueForm.TOWNSHIP_CODE);
    static final long TOWNSHIP_NAME = of(ValueForm.TOWNSHIP_NAME);
    static final long POSTCODE = of(ValueForm.POSTCODE);
    static final long ADDRESS = of(ValueForm.ADDRESS);
    static final long NATIONAL_ID = of(ValueForm.NATIONAL_ID);
    static final long RESIDENT_ID = of(ValueForm.RESIDENT_ID);
    static final long BUSINESS_NUMBER = of(ValueForm.BUSINESS_NUMBER);
    static final long MOBILE_NUMBER = of(ValueForm.MOBILE_NUMBER);
    static final long LANDLINE_NUMBER = of(ValueForm.LANDLINE_NUMBER);
    static final long EMAIL_ADDRESS = of(ValueForm.EMAIL_ADDRESS);
    static final long CARD_NUMBER = of(ValueForm.CARD_NUMBER);
    static final long URL = of(ValueForm.URL);

    /// Nine digits that may be a mobile number which lost its zero; no form of its own.
    static final long PERHAPS_MOBILE = 1L << 62;

    /// Like an identity number, but with a wrong check digit; no form of its own.
    static final long UNLIKE_ID = 1L << 61;

    /// As many digits as a card number, but none; no form of its own.
    static final long UNLIKE_CARD = 1L << 60;

    /// A question mark that stands for a character lost in a conversion, beyond doubt and likely; no forms of their own.
    static final long LOST = 1L << 59;

    static final long PERHAPS_LOST = 1L << 58;

    /// Question marks alone; no form of its own.
    static final long ONLY_LOST = 1L << 57;

    /// A question; no form of its own.
    static final long ASKS = 1L << 56;

    static final long SHOWN_LOST = LOST | ONLY_LOST;

    static final long PERSONAL = NATIONAL_ID | RESIDENT_ID | MOBILE_NUMBER | EMAIL_ADDRESS | CARD_NUMBER;

    private FormSet() {}

    private static Map<ValueForm, Integer> positions() {
        var positions = new EnumMap<ValueForm, Integer>(ValueForm.class);
        for (int i = 0; i < FORMS.size(); i++) {
            positions.put(FORMS.get(i), i);
        }
        return positions;
    }

    static long of(ValueForm form) {
        return 1L << position(form);
    }

    static int position(ValueForm form) {
        return POSITIONS.getOrDefault(form, 0);
    }

    static int position(long form) {
        return Long.numberOfTrailingZeros(form);
    }

    static ValueForm at(int position) {
        return FORMS.get(position);
    }
}
