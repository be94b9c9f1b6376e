package tw.touchstone.usage;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names visitors for a day: a keyed hash of address and user agent under a random salt that is destroyed at midnight.
///
/// Two requests of a day can be told to be of one visitor; those of two days cannot, nor can an address be found by
/// trying all of them once the salt is gone. The salt is in memory and, so that a restart does not count anybody
/// twice, in one file of the day that only the owner can read. Neither address nor user agent is kept. The day is that
/// of [UsageDay#ZONE]. May be used from any thread.
public final class VisitorKeys {

    /// The key of a visitor who asks not to be followed (`DNT: 1`, `Sec-GPC: 1`).
    public static final String NONE = "";

    private static final Logger logger = System.getLogger(VisitorKeys.class.getName());
    private static final int SALT_BYTES = 32;
    private static final int KEY_BYTES = 8;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "salt-";

    private final Path directory;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile DaySalt current;

    private record DaySalt(LocalDate day, SecretKeySpec key) {}

    /// @param directory made where it is missing; only the salt of the day is written there
    public VisitorKeys(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        this.current = salt(UsageDay.of(clock.instant()));
    }

    /// The visitor's key for today, 16 hexadecimal digits.
    ///
    /// @param address   as the server trusts it, for example after its proxies; any spelling, but always the same
    /// @param userAgent the whole header, or an empty text
    public String key(String address, String userAgent) {
        var salt = today();
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(salt.key);
            mac.update(address.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(userAgent.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(), 0, KEY_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private DaySalt today() {
        var day = UsageDay.of(clock.instant());
        var salt = current;
        return salt.day.equals(day) ? salt : turnTo(day);
    }

    /// Any other day brings a new salt, an earlier one too: a clock that jumps back must not bring an old one to life.
    private synchronized DaySalt turnTo(LocalDate day) {
        if (!current.day.equals(day)) {
            current = salt(day);
        }
        return current;
    }

    private DaySalt salt(LocalDate day) {
        byte[] salt = new byte[0];
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve(PREFIX + day);
            destroyOthers(file);
            salt = Files.isRegularFile(file) ? Files.readAllBytes(file) : salt;
            if (salt.length != SALT_BYTES) {
                salt = fresh();
                write(file, salt);
            }
        } catch (IOException e) {
            // Without the file a restart counts the day's visitors anew: no reason to refuse them a download.
            logger.log(Level.WARNING, "cannot keep the salt of the day in " + directory, e);
        }
        return new DaySalt(day, new SecretKeySpec(salt.length == SALT_BYTES ? salt : fresh(), ALGORITHM));
    }

    private byte[] fresh() {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static void write(Path file, byte[] salt) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, OwnerOnly.attributes(file));
        Files.write(file, salt);
    }

    private void destroyOthers(Path today) throws IOException {
        try (var files = Files.newDirectoryStream(directory, PREFIX + "*")) {
            for (Path file : files) {
                if (!file.equals(today)) {
                    Files.write(file, new byte[SALT_BYTES], StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                    Files.delete(file);
                }
            }
        }
    }
}
