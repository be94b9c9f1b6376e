package tw.touchstone.model;

import java.util.Arrays;
import java.util.Optional;

/// What the values of a field are declared to be: the part of the CSVW datatypes that agencies need. (`csvw:datatype`)
public enum FieldType {
    STRING("string"),
    INTEGER("integer"),
    DECIMAL("decimal"),
    BOOLEAN("boolean"),
    DATE("date"),
    DATE_TIME("dateTime"),
    TIME("time"),
    YEAR("gYear"),
    YEAR_MONTH("gYearMonth"),
    DURATION("duration"),
    URI("anyURI");

    private final String code;

    FieldType(String code) {
        this.code = code;
    }

    /// The local name of the XML Schema datatype.
    public String code() {
        return code;
    }

    /// Whether the values are counted or measured.
    public boolean isNumeric() {
        return this == INTEGER || this == DECIMAL;
    }

    /// Whether the values stand on a calendar.
    public boolean isDate() {
        return this == DATE || this == DATE_TIME || this == YEAR || this == YEAR_MONTH;
    }

    /// The type of a [#code()], in any case; `number` and `datetime` are CSVW's own spellings.
    public static Optional<FieldType> ofCode(String code) {
        var wanted = code.equalsIgnoreCase("number") ? DECIMAL.code : code;
        return Arrays.stream(values()).filter(type -> type.code.equalsIgnoreCase(wanted)).findFirst();
    }
}
