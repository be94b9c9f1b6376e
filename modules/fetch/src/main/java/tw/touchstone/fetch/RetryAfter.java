package tw.touchstone.fetch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The moment from which a host lets itself be asked again. (RFC 9110 §10.2.3)
public final class RetryAfter {

    private RetryAfter() {}

    /// Reads the header's value: seconds or an HTTP date; empty where it is neither. It may lie in the past.
    ///
    /// @param at when the answer came
    public static Optional<Instant> read(String value, Instant at) {
        var text = value.strip();
        try {
            return text.matches("\\d{1,9}")
                    ? Optional.of(at.plusSeconds(Long.parseLong(text)))
                    : Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
