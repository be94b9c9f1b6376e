package tw.touchstone.usage;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;

/// One view or download, as it is written to the log. It names no person: neither address nor full user agent.
///
/// What is an event is decided where the request is answered:
///
/// - A download is a successful GET that hands out bytes or a redirect: status 200, or 206 for a range that begins at
///   the first byte. HEAD, 304, errors and later ranges never are.
/// - A view is a successful GET of a dataset's page or API record. HEAD, 304 and errors never are.
///
/// Which events count is derived from the log, after the COUNTER Code of Practice, Release 5, section 7: an event of
/// the same kind by the same visitor on the same dataset or distribution at most thirty seconds after the one before
/// it is a double-click and does not count again, and robots are apart.
///
/// @param at           when the request was answered; kept to the millisecond
/// @param distribution what was downloaded; empty where the whole dataset was meant
/// @param visitorKey   from [VisitorKeys]: 16 hexadecimal digits, or [VisitorKeys#NONE] for a visitor who asks not to
///                     be followed (`DNT`, `Sec-GPC`), whose events are never taken for double-clicks
/// @param product      from [ProductToken]: the product token of the user agent, for example `curl`
/// @param agent        by the robot list in force, see [RobotList#agent(String)]; later lists restate it
public record UsageEvent(
        Instant at,
        Kind kind,
        DatasetId dataset,
        Optional<DistributionId> distribution,
        String visitorKey,
        String product,
        Agent agent) {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Pattern KEY = Pattern.compile("|[0-9a-f]{16}");

    /// @throws IllegalArgumentException if the distribution is of another dataset, or time, key or product are none
    public UsageEvent {
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("an event is of the years 1970 to 9999");
        }
        at = Instant.ofEpochMilli(at.toEpochMilli());
        if (distribution.isPresent() && !distribution.get().dataset().equals(dataset)) {
            throw new IllegalArgumentException("the distribution belongs to another dataset");
        }
        if (!KEY.matcher(visitorKey).matches()) {
            throw new IllegalArgumentException("a visitor key has 16 hexadecimal digits or none");
        }
        if (!ProductToken.isValid(product)) {
            throw new IllegalArgumentException("a product token has 1 to 32 letters, digits, '.', '_' or '-'");
        }
    }
}
