package tw.touchstone.server.rdf;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.catalog.history.ScorecardRdf;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Policy;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.scorecard.WantedScorecards;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.vocabulary.profile.EuropeanTerms;
import tw.touchstone.vocabulary.profile.RdfSyntax;

/// Published datasets in DCAT, and their scorecards in DQV.
///
/// Equal graphs give equal bytes, so the entity tag is the digest of the bytes.
@RestController
class DatasetRdfController {

    private final CatalogStore store;
    private final Evaluations evaluations;
    private final Iris iris;
    private final PublishedDatasets published;
    private final WantedScorecards wanted;
    private final EuropeanTerms european;

    DatasetRdfController(
            Catalog catalog, PublishedDatasets published, WantedScorecards wanted, EuropeanTerms european) {
        this.store = catalog.store();
        this.evaluations = catalog.judging().evaluations();
        this.iris = catalog.settings().iris();
        this.published = published;
        this.wanted = wanted;
        this.european = european;
    }

    /// Each suffix by itself: a pattern with two variables would yield to that of the page, which has one.
    @GetMapping({"/datasets/{id}.ttl", "/datasets/{id}.jsonld", "/datasets/{id}.rdf", "/datasets/{id}.nt"})
    ResponseEntity<byte[]> dataset(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) Optional<String> ifNoneMatch,
            HttpServletRequest request) {
        var path = request.getRequestURI();
        return answer(id, "", path.substring(path.lastIndexOf('.') + 1), this::described, ifNoneMatch);
    }

    private Optional<Graph> described(DatasetId dataset) {
        return store.graph(dataset).map(european::addTo);
    }

    /// The scorecards of a dataset in DQV, EARL and PROV, made when they are asked for: of every policy or of one, as
    /// they are or as they were.
    @GetMapping("/datasets/{id}/quality.{suffix:ttl|jsonld|rdf|nt}")
    ResponseEntity<byte[]> quality(
            @PathVariable String id,
            @PathVariable String suffix,
            @RequestParam Optional<String> policy,
            @RequestParam Optional<String> asOf,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) Optional<String> ifNoneMatch) {
        return answer(id, "/quality", suffix, dataset -> quality(dataset, policy, asOf), ifNoneMatch);
    }

    private Optional<Graph> quality(DatasetId dataset, Optional<String> policy, Optional<String> asOf) {
        var instant = asOf.map(WantedScorecards::instant);
        var policies = policy.isPresent()
                ? List.of(wanted.policy(dataset, policy))
                : evaluations.policies().stream().map(Policy::id).toList();
        var made = policies.stream()
                .flatMap(each -> evaluations.stored(dataset, each, instant).stream())
                .flatMap(stored -> evaluations
                        .scorecard(stored)
                        .map(scorecard -> new ScorecardRdf.Made(stored, scorecard))
                        .stream())
                .toList();
        return made.isEmpty() ? Optional.empty() : Optional.of(ScorecardRdf.write(dataset, made, iris));
    }

    private ResponseEntity<byte[]> answer(
            String id,
            String part,
            String suffix,
            Function<DatasetId, Optional<Graph>> graphs,
            Optional<String> ifNoneMatch) {
        var dataset = published.require(id);
        var graph = graphs.apply(dataset)
                .orElseThrow(() -> part.isEmpty()
                        ? published.missing(dataset)
                        : Problem.of(HttpStatus.NOT_FOUND, "the dataset was not judged yet"));
        var syntax = RdfSyntax.ofSuffix(suffix).orElseThrow();
        var bytes = write(graph, syntax);
        var tag = EntityTag.of(Sha256.of(bytes));
        boolean known = tag.isIn(ifNoneMatch);
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag.header())
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.CONTENT_LOCATION, "/datasets/" + dataset + part + "." + suffix);
        return known
                ? answer.build()
                : answer.header(HttpHeaders.CONTENT_TYPE, syntax.contentType()).body(bytes);
    }

    private static byte[] write(Graph graph, RdfSyntax syntax) {
        var bytes = new ByteArrayOutputStream();
        RdfSyntax.write(graph, syntax, bytes);
        return bytes.toByteArray();
    }
}
