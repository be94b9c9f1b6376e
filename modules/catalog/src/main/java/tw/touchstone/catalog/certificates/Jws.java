package tw.touchstone.catalog.certificates;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Text with a signature, in the compact form of RFC 7515 §7.1.
///
/// @param header    in base64url
/// @param payload   in base64url
/// @param signature in base64url
record Jws(String header, String payload, String signature) {

    static final String ALGORITHM = "EdDSA";

    private static final int LONGEST = 8_192;
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]+");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    /// Signs a payload; the same payload and key give the same text.
    static Jws sign(byte[] payload, SigningKey key) {
        var header = "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"JWT\"}".formatted(ALGORITHM, key.id());
        var unsigned = new Jws(encode(header.getBytes(StandardCharsets.US_ASCII)), encode(payload), "");
        return new Jws(unsigned.header, unsigned.payload, encode(key.sign(unsigned.signed())));
    }

    /// The parts of a compact text; empty where it has not three of them, or is longer than any of ours.
    static Optional<Jws> parse(String compact) {
        var parts = compact.strip().split("\\.", -1);
        boolean wellFormed = compact.length() <= LONGEST && parts.length == 3;
        for (int i = 0; wellFormed && i < parts.length; i++) {
            wellFormed = PART.matcher(parts[i]).matches();
        }
        return wellFormed ? Optional.of(new Jws(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    String compact() {
        return header + "." + payload + "." + signature;
    }

    /// The key that the header names; empty where the algorithm is not ours, above all where it is `none`.
    Optional<String> keyId() {
        return json(header)
                .filter(node -> node.path("alg").asString("").equals(ALGORITHM))
                .flatMap(node -> node.optional("kid"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    /// The signature must be spelt as we spell it, so that no other text passes for the same certificate.
    boolean isSignedBy(SigningKey key) {
        try {
            byte[] bytes = DECODER.decode(signature);
            return encode(bytes).equals(signature) && key.verifies(signed(), bytes);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// What was signed, as JSON.
    Optional<JsonNode> claims() {
        return json(payload);
    }

    private byte[] signed() {
        return (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
    }

    private static Optional<JsonNode> json(String part) {
        try {
            return Optional.of(JSON.readTree(DECODER.decode(part))).filter(JsonNode::isObject);
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }
}
