package tw.touchstone.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitorKeysIT {

    private static final String ADDRESS = "203.0.113.77";
    private static final String USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    /// A second before midnight in Taipei.
    private static final Instant EVENING = Instant.parse("2026-11-21T15:59:59Z");

    @TempDir
    Path home;

    private final AtomicReference<Instant> now = new AtomicReference<>(EVENING);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @Test
    void namesAVisitorTheSameAllDayAndAcrossARestart() {
        var keys = new VisitorKeys(home, clock);

        String key = keys.key(ADDRESS, USER_AGENT);

        assertThat(key).matches("[0-9a-f]{16}");
        assertThat(keys.key(ADDRESS, USER_AGENT)).isEqualTo(key);
        assertThat(new VisitorKeys(home, clock).key(ADDRESS, USER_AGENT)).isEqualTo(key);
        assertThat(keys.key("203.0.113.78", USER_AGENT)).isNotEqualTo(key);
        assertThat(keys.key(ADDRESS, "curl/8.0")).isNotEqualTo(key);
    }

    @Test
    void namesAVisitorAnewAtMidnightInTaipeiAndDestroysTheOldSalt() {
        var keys = new VisitorKeys(home, clock);
        String before = keys.key(ADDRESS, USER_AGENT);

        now.set(EVENING.plusSeconds(1));
        String after = keys.key(ADDRESS, USER_AGENT);

        assertThat(after).isNotEqualTo(before);
        assertThat(home.resolve("salt-2026-11-21")).doesNotExist();
        assertThat(home.resolve("salt-2026-11-22")).exists();
        now.set(EVENING);
        assertThat(keys.key(ADDRESS, USER_AGENT)).isNotIn(before, after);
        assertThat(home.resolve("salt-2026-11-22")).doesNotExist();
    }

    @Test
    void letsOnlyTheOwnerReadTheSalt() throws IOException {
        assertThat(new VisitorKeys(home, clock).key(ADDRESS, USER_AGENT)).isNotEmpty();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("salt-2026-11-21"))))
                .isEqualTo("rw-------");
    }

    @Test
    void goesOnInMemoryWhereTheSaltCannotBeKept() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "no directory");
        var keys = new VisitorKeys(file, clock);

        String key = keys.key(ADDRESS, USER_AGENT);

        assertThat(keys.key(ADDRESS, USER_AGENT)).isEqualTo(key);
    }

    @Test
    void leavesNeitherAddressNorUserAgentInAnyFile() throws IOException {
        var keys = new VisitorKeys(home, clock);
        try (var usage = LoggedUsage.open(home.resolve("log"), Events.ROBOTS, clock)) {
            for (int n = 0; n < 100; n++) {
                String product = ProductToken.of(USER_AGENT);
                usage.count(new UsageEvent(
                        EVENING.plus(Duration.ofMinutes(n)),
                        Kind.DOWNLOAD,
                        Events.AIR,
                        Optional.of(Events.AIR_CSV),
                        keys.key(ADDRESS, USER_AGENT),
                        product,
                        Events.ROBOTS.agent(product)));
            }
        }

        try (var files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(file);
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(ADDRESS, "Mozilla", "Gecko", "145.0", "X11");
                assertThat(new String(java.util.HexFormat.of().formatHex(bytes)))
                        .as(file.toString())
                        .doesNotContain("cb00714d");
            }
        }
    }
}
