package tw.touchstone.server.rows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// How single values are written.
public final class RowValues {

    private static final int PLAIN_DIGITS = 25;

    private RowValues() {}

    /// Writes a value into a JSON document.
    static void write(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Boolean truth -> json.writeBoolean(truth);
            case Double number -> json.writeRawValue(text(number));
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            default -> json.writeString(text(value));
        }
    }

    /// A value as JSON has it: a number, a truth, a text or null.
    public static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Double number -> new BigDecimal(number(number));
            case Number number -> number;
            default -> text(value);
        };
    }

    /// A value as a text: numbers in plain notation, days and moments as ISO 8601 has them; nothing as no text.
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> number(number);
            case LocalDate day -> day.toString();
            case LocalDateTime moment -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
            default -> value.toString();
        };
    }

    private static String number(double value) {
        var exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.precision() - exact.scale() > PLAIN_DIGITS || exact.scale() > PLAIN_DIGITS
                ? exact.toString()
                : exact.toPlainString();
    }
}
