package tw.touchstone.catalog.members;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tw.touchstone.catalog.members.Throttle.Bucket;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.Sha256;

/// How often passwords may be tried: by account and address together, by address, and by account from everywhere.
///
/// The last is what a crowd of addresses runs into. Its pause is short, and whoever has signed in from an address before
/// does not meet it there: a stranger who guesses slows down other strangers, and never keeps the owner out. Names that
/// nobody has are counted in the same way, so that the answer says nothing about them. (NIST SP 800-63B, section 3.2.2)
public final class SignInThrottle {

    static final int FREE_TOGETHER = 5;
    static final int FREE_BY_ADDRESS = 30;
    static final int FREE_BY_ACCOUNT = 50;
    private static final Duration LONGEST_TOGETHER = Duration.ofMinutes(15);
    private static final Duration LONGEST_BY_ADDRESS = Duration.ofHours(1);
    private static final Duration LONGEST_BY_ACCOUNT = Duration.ofSeconds(30);
    private static final Duration FAMILIAR = Duration.ofDays(30);
    /// The part of an address version 6 that stands for one household or office.
    private static final int NETWORK_BYTES = 8;

    private final Throttle throttle;
    private final Database database;
    private final Clock clock;

    public SignInThrottle(Throttle throttle, Database database, Clock clock) {
        this.throttle = throttle;
        this.database = database;
        this.clock = clock;
    }

    /// Counts a try.
    ///
    /// @return how long to wait, where it is not taken
    public Optional<Duration> attempt(String name, String address) {
        return throttle.attempt(buckets(name, network(address)));
    }

    /// Notes that the try was the right password.
    public void succeeded(String name, String address) {
        var network = network(address);
        var buckets = buckets(name, network);
        throttle.giveBack(buckets);
        throttle.forget(together(name, network));
        database.change(sql -> {
            sql.createUpdate("delete from familiar_address where last_at < :old")
                    .bind("old", SqlInstant.text(clock.instant().minus(FAMILIAR)))
                    .execute();
            sql.createUpdate("""
                            insert into familiar_address (key_hash, last_at) values (:key, :now)
                            on conflict (key_hash) do update set last_at = :now""")
                    .bind("key", hash(name, network))
                    .bind("now", SqlInstant.text(clock.instant()))
                    .execute();
        });
    }

    private List<Bucket> buckets(String name, String network) {
        var buckets = new ArrayList<Bucket>();
        buckets.add(together(name, network));
        buckets.add(new Bucket("sign-in by address", network, FREE_BY_ADDRESS, LONGEST_BY_ADDRESS));
        if (!isFamiliar(name, network)) {
            buckets.add(new Bucket("sign-in by account", name, FREE_BY_ACCOUNT, LONGEST_BY_ACCOUNT));
        }
        return buckets;
    }

    private static Bucket together(String name, String network) {
        return new Bucket("sign-in", name + "\n" + network, FREE_TOGETHER, LONGEST_TOGETHER);
    }

    private boolean isFamiliar(String name, String network) {
        return database.read(sql -> sql.createQuery(
                        "select count(*) from familiar_address where key_hash = :key and last_at >= :old")
                .bind("key", hash(name, network))
                .bind("old", SqlInstant.text(clock.instant().minus(FAMILIAR)))
                .mapTo(Long.class)
                .one())
                > 0;
    }

    /// Whoever has an address of version 6 has the whole network it lies in.
    static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String hash(String name, String network) {
        return Sha256.of((name + "\n" + network).getBytes(StandardCharsets.UTF_8)).hex();
    }
}
