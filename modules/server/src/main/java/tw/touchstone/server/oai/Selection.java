package tw.touchstone.server.oai;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.catalog.listing.Listed;
import tw.touchstone.model.DatasetId;

/// Which records a list has, and where it goes on. (OAI-PMH 2.0, sections 2.7.1 and 3.5)
///
/// The resumption token is the selection itself with the last identifier that was given out: nothing is kept here between two
/// requests, so a token never expires. Whoever goes on meets what was there at the begin once, whatever changes meanwhile.
///
/// @param from  first second, included
/// @param until last second, included
/// @param set   empty for all
/// @param given how many records came before
record Selection(
        String prefix,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> set,
        Optional<DatasetId> after,
        long given) {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern SECOND = Pattern.compile(DAY + "T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
    private static final int PARTS = 6;

    /// @throws OaiError badArgument
    static Selection of(Map<String, String> arguments) {
        var from = Optional.ofNullable(arguments.get("from"));
        var until = Optional.ofNullable(arguments.get("until"));
        if (from.isPresent() && until.isPresent() && from.get().length() != until.get().length()) {
            throw bad("from and until have different granularities");
        }
        var begin = from.map(text -> time(text, false));
        var end = until.map(text -> time(text, true));
        if (begin.isPresent() && end.isPresent() && begin.get().isAfter(end.get())) {
            throw bad("from is later than until");
        }
        var prefix = Optional.ofNullable(arguments.get("metadataPrefix"))
                .orElseThrow(() -> bad("metadataPrefix is missing"));
        return new Selection(prefix, begin, end, Optional.ofNullable(arguments.get("set")), Optional.empty(), 0);
    }

    private static Instant time(String text, boolean end) {
        try {
            if (DAY.matcher(text).matches()) {
                var day = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
                return end ? day.plus(1, ChronoUnit.DAYS).minusSeconds(1) : day;
            }
            if (SECOND.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException notATime) {
            // Told below.
        }
        throw bad(text + " is no time such as 2026-01-31 or 2026-01-31T00:00:00Z");
    }

    private static OaiError bad(String reason) {
        return new OaiError(OaiError.Code.badArgument, reason);
    }

    /// The selection that a token holds.
    ///
    /// @throws OaiError badResumptionToken
    static Selection resumed(String token) {
        try {
            var parts = List.of(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\\|", -1));
            if (parts.size() == PARTS) {
                return new Selection(
                        parts.get(0),
                        Optional.of(parts.get(1)).filter(text -> !text.isEmpty()).map(Instant::parse),
                        Optional.of(parts.get(2)).filter(text -> !text.isEmpty()).map(Instant::parse),
                        Optional.of(parts.get(3)).filter(text -> !text.isEmpty()),
                        Optional.of(new DatasetId(parts.get(4))),
                        Math.max(0, Long.parseLong(parts.get(5))));
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // Told below.
        }
        throw new OaiError(OaiError.Code.badResumptionToken, "this is no resumption token of ours");
    }

    /// The same selection after some more records.
    Selection after(DatasetId last, int more) {
        return new Selection(prefix, from, until, set, Optional.of(last), given + more);
    }

    String token() {
        var text = String.join(
                "|",
                prefix,
                from.map(Instant::toString).orElse(""),
                until.map(Instant::toString).orElse(""),
                set.orElse(""),
                after.map(DatasetId::value).orElse(""),
                Long.toString(given));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether a record's datestamp is in the range.
    boolean includes(Listed listed) {
        var stamp = stamp(listed);
        return from.filter(stamp::isBefore).isEmpty() && until.filter(stamp::isAfter).isEmpty();
    }

    /// The datestamp of a record: its last change, to the second.
    static Instant stamp(Listed listed) {
        return listed.changed().truncatedTo(ChronoUnit.SECONDS);
    }
}
