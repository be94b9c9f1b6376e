package tw.touchstone.catalog.members;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.Sha256;

/// Slows down whoever tries too often, without shutting anybody out for long. Thread-safe, and outlives a restart.
///
/// A try is counted before it is judged, so that many at once do not slip through together; one that succeeds is given
/// back. After a number of free tries each further one has to wait twice as long as the one before, up to a limit.
public final class Throttle {

    /// After so long a pause the count begins anew.
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private static final int LONGEST_DOUBLING = 30;

    private final Database database;
    private final Clock clock;

    public Throttle(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What is counted together.
    ///
    /// @param kind    what is tried
    /// @param key     by or on whom; only its digest is stored
    /// @param free    tries without a pause
    /// @param longest pause
    public record Bucket(String kind, String key, int free, Duration longest) {

        /// The pause after so many tries.
        Duration pauseAfter(long tries) {
            if (tries <= free) {
                return Duration.ZERO;
            }
            var doubled = Duration.ofSeconds(1L << Math.min(tries - free - 1, LONGEST_DOUBLING));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }

        private String hash() {
            return Sha256.of(key.getBytes(StandardCharsets.UTF_8)).hex();
        }
    }

    /// Counts a try in each bucket.
    ///
    /// @return how long to wait before the next one, where this one is not taken; empty where it is
    public Optional<Duration> attempt(List<Bucket> buckets) {
        var now = clock.instant();
        return database.write(sql -> {
            var wait = buckets.stream()
                    .map(bucket -> until(sql, bucket))
                    .flatMap(Optional::stream)
                    .filter(now::isBefore)
                    .map(until -> Duration.between(now, until))
                    .max(Duration::compareTo);
            if (wait.isEmpty()) {
                buckets.forEach(bucket -> count(sql, bucket, now));
            }
            return wait;
        });
    }

    /// Gives a try back that was no guess.
    public void giveBack(List<Bucket> buckets) {
        database.change(sql -> buckets.forEach(bucket -> sql.createUpdate("""
                        update throttle set tries = tries - 1, until = :none
                        where kind = :kind and key_hash = :key and tries > 0""")
                .bind("none", SqlInstant.text(Instant.EPOCH))
                .bind("kind", bucket.kind())
                .bind("key", bucket.hash())
                .execute()));
    }

    /// Forgets what was counted.
    public void forget(Bucket bucket) {
        database.change(sql -> sql.createUpdate("delete from throttle where kind = :kind and key_hash = :key")
                .bind("kind", bucket.kind())
                .bind("key", bucket.hash())
                .execute());
    }

    private static Optional<Instant> until(Handle sql, Bucket bucket) {
        return sql.createQuery("select until from throttle where kind = :kind and key_hash = :key")
                .bind("kind", bucket.kind())
                .bind("key", bucket.hash())
                .mapTo(String.class)
                .findOne()
                .map(Instant::parse);
    }

    private static void count(Handle sql, Bucket bucket, Instant now) {
        sql.createUpdate("delete from throttle where last_at < :forgotten")
                .bind("forgotten", SqlInstant.text(now.minus(FORGOTTEN)))
                .execute();
        long tries = sql.createQuery("""
                        insert into throttle (kind, key_hash, tries, until, last_at)
                        values (:kind, :key, 1, :now, :now)
                        on conflict (kind, key_hash) do update set tries = throttle.tries + 1, last_at = :now
                        returning tries""")
                .bind("kind", bucket.kind())
                .bind("key", bucket.hash())
                .bind("now", SqlInstant.text(now))
                .mapTo(Long.class)
                .one();
        sql.createUpdate("update throttle set until = :until where kind = :kind and key_hash = :key")
                .bind("until", SqlInstant.text(now.plus(bucket.pauseAfter(tries))))
                .bind("kind", bucket.kind())
                .bind("key", bucket.hash())
                .execute();
    }
}
