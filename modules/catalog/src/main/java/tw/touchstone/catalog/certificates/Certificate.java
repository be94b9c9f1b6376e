package tw.touchstone.catalog.certificates;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;

/// What a signed certificate says: that a dataset held an award under a policy, on what evidence and until when.
/// (`dqv:QualityCertificate`)
///
/// In JSON these are the claims of RFC 7519: `iss` the catalogue, `sub` the dataset's IRI, `iat`, `exp`, and our own
/// `award`, `policy`, `policyVersion`, `policyDigest` and `scorecard`.
///
/// @param dataset       whose award it is
/// @param award         code of the label or grade
/// @param policy        identifier of the policy
/// @param policyVersion of its text
/// @param policyDigest  of its text
/// @param scorecard     the evidence, by the name under which its bundle can be had and replayed
/// @param issued        the beginning of the day on which it was asked for, so that it is the same all day
/// @param validUntil    when it ends by itself, whatever becomes of the award
public record Certificate(
        DatasetId dataset,
        String award,
        String policy,
        String policyVersion,
        Sha256 policyDigest,
        Sha256 scorecard,
        Instant issued,
        Instant validUntil) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    byte[] claims(Iris iris) {
        var claims = new TreeMap<String, Object>();
        claims.put("award", award);
        claims.put("exp", validUntil.getEpochSecond());
        claims.put("iat", issued.getEpochSecond());
        claims.put("iss", iris.base().toString());
        claims.put("policy", policy);
        claims.put("policyDigest", policyDigest.hex());
        claims.put("policyVersion", policyVersion);
        claims.put("scorecard", scorecard.hex());
        claims.put("sub", iris.dataset(dataset).toString());
        return JSON.writeValueAsBytes(claims);
    }

    /// Reads claims; empty where they are not those of a certificate of this catalogue.
    static Optional<Certificate> read(JsonNode claims, Iris iris) {
        try {
            return Optional.of(claims)
                    .filter(each -> text(each, "iss").equals(iris.base().toString()))
                    .flatMap(each -> iris.datasetId(URI.create(text(each, "sub"))))
                    .map(dataset -> new Certificate(
                            dataset,
                            text(claims, "award"),
                            text(claims, "policy"),
                            text(claims, "policyVersion"),
                            new Sha256(text(claims, "policyDigest")),
                            new Sha256(text(claims, "scorecard")),
                            second(claims, "iat"),
                            second(claims, "exp")));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode claims, String name) {
        return claims.path(name).asString("");
    }

    private static Instant second(JsonNode claims, String name) {
        if (!claims.path(name).isIntegralNumber()) {
            throw new IllegalArgumentException(name + " is no number of seconds");
        }
        return Instant.ofEpochSecond(claims.path(name).asLong());
    }
}
