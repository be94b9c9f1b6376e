package tw.touchstone.server.rows;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tw.touchstone.server.http.Problem;

/// In which form rows are given.
enum RowFormat {
    JSON("application/json", 100, 10_000),
    CSV("text/csv;charset=utf-8", 1_000_000, 1_000_000),
    NDJSON("application/x-ndjson", 1_000_000, 1_000_000),
    /// The whole table.
    PARQUET("application/vnd.apache.parquet", 0, 0);

    private final String contentType;
    private final long usual;
    private final long most;

    RowFormat(String contentType, long usual, long most) {
        this.contentType = contentType;
        this.usual = usual;
        this.most = most;
    }

    String contentType() {
        return contentType;
    }

    /// Rows where nobody says how many.
    long usual() {
        return usual;
    }

    long most() {
        return most;
    }

    /// As a suffix and as the value of `format`.
    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RowFormat> of(String suffix) {
        return Stream.of(values()).filter(each -> each.suffix().equals(suffix)).findFirst();
    }

    /// The form that a client would rather have; JSON where it does not say. (RFC 9110, section 12.5.1)
    static RowFormat accepted(HttpServletRequest request) {
        var accept = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        if (accept.isBlank()) {
            return JSON;
        }
        List<MediaType> ranges;
        try {
            ranges = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            throw Problem.badField(HttpHeaders.ACCEPT, "the Accept header cannot be read");
        }
        return Stream.of(values())
                .filter(each -> quality(ranges, each) > 0)
                // The first of equals wins.
                .reduce((best, next) -> quality(ranges, next) > quality(ranges, best) ? next : best)
                .orElseThrow(() -> Problem.of(
                        HttpStatus.NOT_ACCEPTABLE,
                        "there are " + Stream.of(values()).map(RowFormat::contentType).toList()));
    }

    private static double quality(List<MediaType> ranges, RowFormat format) {
        var type = MediaType.parseMediaType(format.contentType).removeQualityValue();
        var plain = new MediaType(type.getType(), type.getSubtype());
        return ranges.stream()
                .filter(range -> range.includes(plain) || range.equalsTypeAndSubtype(plain))
                .max(Comparator.comparingInt(range -> range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }
}
