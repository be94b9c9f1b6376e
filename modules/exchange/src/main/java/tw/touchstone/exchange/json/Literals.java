package tw.touchstone.exchange.json;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Dates, URLs and language tags as our JSON writes them. Days begin in Taiwan.
final class Literals {

    private static final ZoneOffset TAIWAN = ZoneOffset.ofHours(8);
    private static final Set<String> WEB = Set.of("http", "https", "ftp");

    private Literals() {}

    /// A day (`2026-01-31`), or a time with or without offset (`2026-01-31T09:00:00+08:00`).
    static Optional<Instant> instant(String text) {
        try {
            if (text.indexOf('T') < 0) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(TAIWAN));
            }
            var time = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : LocalDateTime.from(time).toInstant(TAIWAN));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /// What [#instant] reads back: a day where it is the beginning of one.
    static String text(Instant instant) {
        var time = instant.atOffset(TAIWAN);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /// An absolute http, https or ftp URL with a host, in ASCII.
    static Optional<URI> url(String text) {
        return iri(text)
                .filter(uri -> WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT)) && uri.getHost() != null);
    }

    /// An absolute IRI, in ASCII.
    static Optional<URI> iri(String text) {
        try {
            var uri = new URI(new URI(text).toASCIIString());
            return uri.isAbsolute() ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /// A BCP 47 tag, verbatim.
    static Optional<String> languageTag(String text) {
        try {
            return text.isEmpty() || new Locale.Builder().setLanguageTag(text).build().getLanguage().isEmpty()
                    ? Optional.empty()
                    : Optional.of(text);
        } catch (IllformedLocaleException none) {
            return Optional.empty();
        }
    }
}
