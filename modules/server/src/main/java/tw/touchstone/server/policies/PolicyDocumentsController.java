package tw.touchstone.server.policies;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.quality.Policy;
import tw.touchstone.server.http.Problem;

/// The policies as JSON: a list, and each file as it is written, so that anyone can judge by it.
@RestController
class PolicyDocumentsController {

    private final Catalog catalog;

    PolicyDocumentsController(Catalog catalog) {
        this.catalog = catalog;
    }

    record Policies(List<PolicyItem> items) {}

    /// A policy in short.
    ///
    /// @param digest of the canonical JSON of its file, as in scorecards
    record PolicyItem(String id, String version, String date, Map<String, String> title, String digest) {}

    @GetMapping(path = "/policies.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Policies policies() {
        return new Policies(catalog.judging().policies().inForce().stream()
                .map(policy -> new PolicyItem(
                        policy.id(),
                        policy.version(),
                        policy.date().toString(),
                        policy.title().byLanguage(),
                        policy.digest().hex()))
                .toList());
    }

    @GetMapping(path = "/policies/{id}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] policy(@PathVariable String id) {
        return catalog.judging().policies().inForce().stream()
                .filter(policy -> policy.id().equals(id))
                .findFirst()
                .flatMap(this::document)
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "there is no policy of this name"));
    }

    /// The file that came with the product; of one that was adopted, its canonical form.
    private Optional<byte[]> document(Policy policy) {
        return catalog.judging().policies().shipped().contains(policy)
                ? Optional.of(PolicyFiles.text(policy.id()).getBytes(StandardCharsets.UTF_8))
                : catalog.archive().read(policy.digest());
    }
}
