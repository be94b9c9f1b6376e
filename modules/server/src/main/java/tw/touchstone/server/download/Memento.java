package tw.touchstone.server.download;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.catalog.versions.FileVersion;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.server.http.MementoDate;
import tw.touchstone.server.http.Problem;

/// Earlier versions of files as web archives speak of them. (RFC 7089)
final class Memento {

    static final String ACCEPT_DATETIME = "Accept-Datetime";

    static final String LINK_FORMAT = "application/link-format";

    private Memento() {}

    /// The time a client asks for.
    ///
    /// @throws Problem 400 where it is no date of HTTP
    static Optional<Instant> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(ACCEPT_DATETIME)).map(text -> {
            try {
                return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip()));
            } catch (DateTimeException e) {
                throw Problem.badField(
                        ACCEPT_DATETIME, "Accept-Datetime is a date such as Thu, 26 Nov 2026 01:00:00 GMT");
            }
        });
    }

    /// The value of `Link` for the file itself and for each version of it.
    static String links(Iris iris, DistributionId id) {
        var original = iris.download(id);
        return "<%s>; rel=\"original timegate\", <%s>; rel=\"timemap\"; type=\"%s\""
                .formatted(original, timemap(iris, id), LINK_FORMAT);
    }

    /// The list of all versions, one to a line.
    static String timemap(Iris iris, DistributionId id, List<FileVersion> versions) {
        var first = Stream.of(
                "<%s>;rel=\"original timegate\"".formatted(iris.download(id)),
                "<%s>;rel=\"self\";type=\"%s\"".formatted(timemap(iris, id), LINK_FORMAT));
        var mementos = versions.stream()
                .map(each -> "<%sdistributions/%s@%s>;rel=\"memento\";datetime=\"%s\""
                        .formatted(iris.base(), id, each.digest().hex(), MementoDate.of(each.from())));
        return Stream.concat(first, mementos).collect(Collectors.joining(",\n", "", "\n"));
    }

    private static String timemap(Iris iris, DistributionId id) {
        return iris.base() + "distributions/" + id + "/timemap";
    }
}
