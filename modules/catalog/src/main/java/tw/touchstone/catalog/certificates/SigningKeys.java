package tw.touchstone.catalog.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The keys that labels are signed with: a JSON Web Key Set in one file that only its owner may read.
///
/// The first key signs; the others are kept so that what they signed stays verifiable. The file is made with a fresh key
/// where it is missing, so a configured one may be laid there before the first start. Thread-safe.
public final class SigningKeys {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final Path file;
    private final Clock clock;
    private volatile List<SigningKey> keys;

    private SigningKeys(Path file, Clock clock, List<SigningKey> keys) {
        this.file = file;
        this.clock = clock;
        this.keys = List.copyOf(keys);
    }

    /// Opens the file, making it with a fresh key where it is missing.
    ///
    /// @throws IllegalStateException if it holds anything but keys of ours, or others than its owner may read it
    public static SigningKeys open(Path file, Clock clock) {
        try {
            if (Files.exists(file)) {
                requireOwnerOnly(file);
                return new SigningKeys(file, clock, read(file));
            }
            var fresh = new SigningKeys(file, clock, List.of(SigningKey.generate(clock.instant())));
            fresh.write(fresh.keys);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("the signing keys " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /// Signs with a fresh key from now on.
    ///
    /// @return its identifier
    public synchronized String rotate() {
        var all = new ArrayList<SigningKey>();
        all.add(SigningKey.generate(clock.instant()));
        all.addAll(keys);
        try {
            write(all);
        } catch (IOException e) {
            throw new UncheckedIOException("the signing keys " + file + " cannot be written: " + e.getMessage(), e);
        }
        keys = List.copyOf(all);
        return keys.getFirst().id();
    }

    /// The public keys as a JSON Web Key Set. (RFC 7517)
    public String published() {
        return JSON.writeValueAsString(Map.of("keys", keys.stream().map(SigningKeys::open).toList()));
    }

    SigningKey current() {
        return keys.getFirst();
    }

    Optional<SigningKey> find(String id) {
        return keys.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static Map<String, String> open(SigningKey key) {
        var members = new LinkedHashMap<String, String>();
        members.put("kty", SigningKey.TYPE);
        members.put("crv", SigningKey.CURVE);
        members.put("alg", Jws.ALGORITHM);
        members.put("use", "sig");
        members.put("kid", key.id());
        members.put("x", key.open());
        return members;
    }

    private static Map<String, String> whole(SigningKey key) {
        var members = new LinkedHashMap<>(open(key));
        members.put("d", key.secret());
        members.put("created", key.created().toString());
        return members;
    }

    private void write(List<SigningKey> all) throws IOException {
        var text = JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of("keys", all.stream().map(SigningKeys::whole).toList()));
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, ownerOnly);
        Files.writeString(next, text + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        var granted = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        if (!granted.endsWith("------")) {
            throw new IllegalStateException(
                    "the signing keys %s may be read by others (%s): chmod 600 it".formatted(file, granted));
        }
    }

    private static List<SigningKey> read(Path file) throws IOException {
        try {
            var keys = new ArrayList<SigningKey>();
            for (var each : JSON.readTree(Files.readString(file, StandardCharsets.UTF_8)).path("keys")) {
                keys.add(key(each));
            }
            if (keys.isEmpty()) {
                throw new IllegalStateException("the signing keys " + file + " hold no key");
            }
            return keys;
        } catch (JacksonException | IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalStateException(
                    "the signing keys " + file + " are no set of Ed25519 keys: " + e.getMessage(), e);
        }
    }

    private static SigningKey key(JsonNode node) {
        if (!node.path("kty").asString("").equals(SigningKey.TYPE)
                || !node.path("crv").asString("").equals(SigningKey.CURVE)) {
            throw new IllegalArgumentException("a key is of another kind");
        }
        return new SigningKey(
                DECODER.decode(node.path("d").asString("")),
                DECODER.decode(node.path("x").asString("")),
                Instant.parse(node.path("created").asString(Instant.EPOCH.toString())));
    }
}
