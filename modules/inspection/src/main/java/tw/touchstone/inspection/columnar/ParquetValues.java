package tw.touchstone.inspection.columnar;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tw.touchstone.inspection.table.CellKind;

/// Values of a Parquet file as a table has them.
final class ParquetValues {

    private static final int BYTES = 32;

    private ParquetValues() {}

    static CellKind kind(Object value) {
        return switch (value) {
            case Boolean _ -> CellKind.BOOLEAN;
            case Number _ -> CellKind.NUMBER;
            case LocalDate _ -> CellKind.DATE;
            case CharSequence _ -> CellKind.TEXT;
            // Points in time are told by their text, so that nothing here depends on a clock's types.
            default -> text(value).indexOf('T') == 10 ? CellKind.DATE_TIME : CellKind.UNSTATED;
        };
    }

    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> real(number);
            case Float number -> real(Double.parseDouble(number.toString()));
            case BigDecimal number -> number.toPlainString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes, 0, Math.min(BYTES, bytes.length));
            default -> {
                var text = Objects.toString(value);
                yield text.length() > 19 && text.endsWith("Z") && text.indexOf('T') == 10
                        ? text.substring(0, text.length() - 1)
                        : text;
            }
        };
    }

    private static String real(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }
}
