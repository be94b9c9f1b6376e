package tw.touchstone.server.rdf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tw.touchstone.vocabulary.profile.RdfSyntax;

/// Which RDF syntax, if any, an `Accept` header prefers to a page. (RFC 9110, section 12.5.1)
public final class AcceptedRdf {

    private AcceptedRdf() {}

    /// Empty where the page is at least as welcome as every syntax, and where the header cannot be read.
    public static Optional<RdfSyntax> of(String accept) {
        if (accept.isBlank()) {
            return Optional.empty();
        }
        try {
            var ranges = MediaType.parseMediaTypes(accept);
            double page = quality(ranges, MediaType.TEXT_HTML);
            return List.of(RdfSyntax.values()).stream()
                    .filter(syntax -> quality(ranges, type(syntax)) > page)
                    // The first of equals wins, hence a comparison that never prefers a later one.
                    .reduce((best, next) -> byQuality(ranges).compare(next, best) > 0 ? next : best);
        } catch (InvalidMediaTypeException unreadable) {
            return Optional.empty();
        }
    }

    private static Comparator<RdfSyntax> byQuality(List<MediaType> ranges) {
        return Comparator.comparingDouble(syntax -> quality(ranges, type(syntax)));
    }

    /// The quality of the most specific range that includes the type; zero where none does.
    private static double quality(List<MediaType> ranges, MediaType type) {
        return ranges.stream()
                .filter(range -> range.includes(type))
                .max(Comparator.comparingInt(AcceptedRdf::precision))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private static int precision(MediaType range) {
        if (range.isWildcardType()) {
            return 0;
        }
        return range.isWildcardSubtype() ? 1 : 2;
    }

    private static MediaType type(RdfSyntax syntax) {
        return MediaType.parseMediaType(syntax.mediaType());
    }
}
