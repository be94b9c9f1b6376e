package tw.touchstone.server.versions;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.versions.MetadataDifference;
import tw.touchstone.catalog.versions.MetadataVersion;
import tw.touchstone.catalog.versions.Versions;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.http.MementoDate;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.rdf.AcceptedRdf;
import tw.touchstone.server.scorecard.WantedScorecards;
import tw.touchstone.vocabulary.profile.DatasetRdf;
import tw.touchstone.vocabulary.profile.EuropeanTerms;
import tw.touchstone.vocabulary.profile.RdfSyntax;

/// What was declared of a dataset at earlier times: the list of versions, each of them in DCAT, and what changed from one to
/// another, as a page and in JSON.
@PageController
class VersionsController {

    private final Versions versions;
    private final PublishedDatasets published;
    private final VersionsViews views;
    private final EuropeanTerms european;
    private final Iris iris;

    VersionsController(Catalog catalog, PublishedDatasets published, VersionsViews views, EuropeanTerms european) {
        this.versions = catalog.judging().versions();
        this.iris = catalog.settings().iris();
        this.published = published;
        this.views = views;
        this.european = european;
    }

    /// @param version a digest
    record Item(String version, Instant from, Optional<Instant> until, String url) {}

    /// @param place names of properties with `/` between them
    record Difference(String place, Optional<String> before, Optional<String> after) {}

    /// Oldest version first.
    ///
    /// @param differences from one version to another, where two were asked for
    record Document(String dataset, List<Item> versions, Optional<List<Difference>> differences) {}

    @GetMapping(path = "/datasets/{id}/versions", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(
            @PathVariable String id,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            Locale locale) {
        var dataset = published.require(id);
        return new ModelAndView(
                "versions/versions",
                "versions",
                views.of(dataset, versions.metadata(dataset), asked(dataset, from, to), locale));
    }

    @GetMapping(path = "/datasets/{id}/versions.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Document> json(
            @PathVariable String id, @RequestParam Optional<String> from, @RequestParam Optional<String> to) {
        var dataset = published.require(id);
        var differences = asked(dataset, from, to).map(each -> each.difference().changes().stream()
                .map(change -> new Difference(change.place(), change.before(), change.after()))
                .toList());
        var all = versions.metadata(dataset).stream()
                .map(each -> new Item(each.digest().hex(), each.from(), each.until(), address(dataset, each)))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(new Document(dataset.value(), all, differences));
    }

    /// A version in DCAT: Turtle, or what of RDF is asked for.
    ///
    /// @param version a digest, an instant, or a day, which means its end in Taipei
    @GetMapping("/datasets/{id}/versions/{version}")
    ResponseEntity<byte[]> version(
            @PathVariable String id,
            @PathVariable String version,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) Optional<String> accept) {
        var dataset = published.require(id);
        var found = find(dataset, "version", version);
        var described = versions.dataset(found)
                .orElseThrow(() -> Problem.of(HttpStatus.GONE, "this version is of a form that is not read any more"));
        var syntax = accept.flatMap(AcceptedRdf::of).orElse(RdfSyntax.TURTLE);
        var bytes = new ByteArrayOutputStream();
        RdfSyntax.write(european.addTo(DatasetRdf.write(described, iris)), syntax, bytes);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header(MementoDate.HEADER, MementoDate.of(found.from()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.LINK, "<%s>; rel=\"original\"".formatted(iris.dataset(dataset)))
                .header(HttpHeaders.CONTENT_TYPE, syntax.contentType())
                .body(bytes.toByteArray());
    }

    /// Two versions and what lies between them; empty where none were asked for.
    private Optional<VersionsViews.Compared> asked(DatasetId dataset, Optional<String> from, Optional<String> to) {
        var first = from.filter(text -> !text.isBlank());
        var second = to.filter(text -> !text.isBlank());
        if (first.isPresent() != second.isPresent()) {
            throw Problem.badField(first.isPresent() ? "to" : "from", "from and to are given together");
        }
        return first.map(text -> {
            var before = find(dataset, "from", text);
            var after = find(dataset, "to", second.orElseThrow());
            return new VersionsViews.Compared(
                    before, after, MetadataDifference.between(document(before), document(after)));
        });
    }

    private byte[] document(MetadataVersion version) {
        return versions.document(version)
                .orElseThrow(() -> Problem.of(HttpStatus.GONE, "this version is not kept any more"));
    }

    private MetadataVersion find(DatasetId dataset, String field, String text) {
        return (Sha256.isValid(text)
                        ? versions.metadata(dataset, new Sha256(text))
                        : versions.metadata(dataset, WantedScorecards.instant(text)))
                .orElseThrow(() -> Problem.in(
                        HttpStatus.NOT_FOUND, field, "the dataset has no version " + text));
    }

    private static String address(DatasetId dataset, MetadataVersion version) {
        return "/datasets/" + dataset + "/versions/" + version.digest().hex();
    }
}
