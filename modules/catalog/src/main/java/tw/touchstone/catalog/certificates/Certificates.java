package tw.touchstone.catalog.certificates;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Label;
import tw.touchstone.quality.PolicyRef;

/// Signs the awards that datasets hold, and tells what such a certificate is worth.
///
/// There is no list of revoked ones: a certificate is worth what the catalogue says of its dataset when it is asked, and
/// ends by itself after at most [#LONGEST], which is how long one who does not ask may be wrong. Thread-safe.
public final class Certificates {

    /// How long a certificate speaks for itself.
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final Set<String> NO_AWARD = Set.of("none", "ungraded");

    private final SigningKeys keys;
    private final BiFunction<DatasetId, String, Optional<Held>> current;
    private final Iris iris;
    private final Clock clock;

    /// What a published dataset holds now.
    ///
    /// @param policy the text it was judged under
    public record Held(StoredScorecard scorecard, PolicyRef policy) {}

    /// The catalogue's certificates.
    ///
    /// @param current tells what a dataset holds under a policy; empty where it is not published or was never judged
    public Certificates(
            SigningKeys keys, BiFunction<DatasetId, String, Optional<Held>> current, Iris iris, Clock clock) {
        this.keys = keys;
        this.current = current;
        this.iris = iris;
        this.clock = clock;
    }

    /// The keys they are signed with.
    public SigningKeys keys() {
        return keys;
    }

    /// A certificate of what the dataset holds now; empty where it holds nothing that is awarded.
    public Optional<Certified> of(DatasetId dataset, String policy) {
        return current.apply(dataset, policy)
                .filter(held -> isAward(held.scorecard().award()))
                .flatMap(this::certificate)
                .map(certificate -> new Certified(certificate, Jws.sign(certificate.claims(iris), keys.current())));
    }

    /// Empty where the clock is about to take the award and nobody has judged anew yet.
    private Optional<Certificate> certificate(Held held) {
        var card = held.scorecard();
        var issued = clock.instant().truncatedTo(ChronoUnit.DAYS);
        var end = card.validUntil()
                .filter(until -> until.isBefore(issued.plus(LONGEST)))
                .orElse(issued.plus(LONGEST))
                .truncatedTo(ChronoUnit.SECONDS);
        return Optional.of(new Certificate(
                        card.dataset(),
                        card.award(),
                        card.policy(),
                        held.policy().version(),
                        held.policy().digest(),
                        card.scorecard(),
                        issued,
                        end))
                .filter(certificate -> certificate.validUntil().isAfter(clock.instant()));
    }

    /// What a certificate in its compact form is worth now.
    public Standing check(String compact) {
        var jws = Jws.parse(compact);
        if (jws.isEmpty()) {
            return new Standing.Forged("form");
        }
        var key = jws.get().keyId().flatMap(keys::find);
        if (key.isEmpty()) {
            return new Standing.Forged("key");
        }
        if (!jws.get().isSignedBy(key.get())) {
            return new Standing.Forged("signature");
        }
        return jws.get()
                .claims()
                .flatMap(claims -> Certificate.read(claims, iris))
                .map(this::standing)
                .orElse(new Standing.Forged("claims"));
    }

    private Standing standing(Certificate certificate) {
        var now = current.apply(certificate.dataset(), certificate.policy());
        var held = now.map(each -> each.scorecard().award());
        if (held.equals(Optional.of(Label.SUSPENDED.code()))) {
            return new Standing.Suspended(certificate);
        }
        if (held.filter(award -> isAtLeast(award, certificate.award())).isEmpty()) {
            return new Standing.Revoked(certificate, held);
        }
        Instant instant = clock.instant();
        return instant.isBefore(certificate.validUntil())
                ? new Standing.Good(
                        certificate, !now.orElseThrow().scorecard().scorecard().equals(certificate.scorecard()))
                : new Standing.Expired(certificate);
    }

    /// A better label stands for the lower one as well; grades of other policies are compared by name.
    private static boolean isAtLeast(String held, String certified) {
        var now = Label.ofCode(held);
        var then = Label.ofCode(certified);
        return held.equals(certified)
                || (now.filter(Label::isAwarded).isPresent()
                        && then.isPresent()
                        && now.get().compareTo(then.get()) <= 0);
    }

    /// Whether an award is something to certify.
    private static boolean isAward(String award) {
        return !NO_AWARD.contains(award)
                && Label.ofCode(award).map(Label::isAwarded).orElse(true);
    }
}
