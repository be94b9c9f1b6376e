package tw.touchstone.server.operations;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.policies.Adopting;
import tw.touchstone.catalog.policies.Adoption;
import tw.touchstone.catalog.policies.SimulationText;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.PolicyReading;
import tw.touchstone.server.http.Problem;

/// Tries a policy on everything, adopts it, and takes a new signing key into use.
@RestController
class PolicyOperations {

    private static final int LONGEST_GRACE = 3_660;

    private final Catalog catalog;
    private final AtomicBoolean simulating = new AtomicBoolean();

    PolicyOperations(Catalog catalog) {
        this.catalog = catalog;
    }

    /// The key that signs from now on.
    record Rotated(String kid) {}

    @PostMapping(path = "/operations/simulate", produces = MediaType.APPLICATION_JSON_VALUE)
    String simulate(@RequestBody String policy) {
        return switch (Policy.read(policy)) {
            case PolicyReading.Refused refused -> throw refused(refused);
            case Policy draft -> {
                if (!simulating.compareAndSet(false, true)) {
                    throw Problem.of(HttpStatus.CONFLICT, "another simulation is under way");
                }
                try {
                    yield new SimulationText(catalog.judging().simulation().run(draft, _ -> {})).json();
                } finally {
                    simulating.set(false);
                }
            }
        };
    }

    /// Notes that a policy is to be judged by.
    ///
    /// @param announced first day of the grace; today where none is given
    @PostMapping(path = "/operations/adopt", produces = MediaType.APPLICATION_JSON_VALUE)
    Adoption adopt(
            @RequestBody String policy,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> announced,
            @RequestParam(defaultValue = "0") int grace) {
        if (grace < 0 || grace > LONGEST_GRACE) {
            throw Problem.badField("grace", "grace is a number of days from 0 to " + LONGEST_GRACE);
        }
        var day = announced.orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Taipei")));
        return switch (catalog.judging().policies().adopt(policy, day, grace)) {
            case Adopting.Noted(var adoption) -> {
                catalog.timekeeper().wake();
                yield adoption;
            }
            case Adopting.Unreadable(var refused) -> throw refused(refused);
            case Adopting.VersionTaken taken ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "version %s of %s has another text; a new text is a new version"
                                .formatted(taken.version(), taken.policy()));
        };
    }

    @PostMapping(path = "/operations/rotate-key", produces = MediaType.APPLICATION_JSON_VALUE)
    Rotated rotate() {
        return new Rotated(catalog.judging().certificates().keys().rotate());
    }

    private static Problem refused(PolicyReading.Refused refused) {
        return Problem.of(HttpStatus.BAD_REQUEST, "line %d%s: %s".formatted(refused.line(), at(refused), refused.message()))
                .with("line", refused.line())
                .with("field", refused.field());
    }

    private static String at(PolicyReading.Refused refused) {
        return refused.field().isEmpty() ? "" : ", " + refused.field();
    }
}
