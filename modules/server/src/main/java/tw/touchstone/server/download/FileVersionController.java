package tw.touchstone.server.download;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.versions.FileVersion;
import tw.touchstone.catalog.versions.Versions;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.http.MementoDate;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;
import tw.touchstone.server.scorecard.WantedScorecards;

/// The bytes that a distribution had at earlier times: by digest, by time, and the list of them.
///
/// Only digests that were published for that distribution are served. A withdrawn dataset has no versions either: 410.
@RestController
class FileVersionController {

    private final PublishedDatasets published;
    private final Versions versions;
    private final Archive archive;
    private final Iris iris;
    private final HeldFiles files;

    FileVersionController(Catalog catalog, PublishedDatasets published, HeldFiles files) {
        this.published = published;
        this.versions = catalog.judging().versions();
        this.archive = catalog.archive();
        this.iris = catalog.settings().iris();
        this.files = files;
    }

    /// @param from  since when the distribution had these bytes
    /// @param until when others came; absent for the current ones
    /// @param kept  whether the bytes can still be had
    record Item(String sha256, Instant from, Optional<Instant> until, boolean kept, String url) {}

    /// Oldest first.
    record Items(String distribution, List<Item> versions) {}

    /// @param version a SHA-256 digest in hexadecimal, an instant, or a day, which means its end in Taipei
    @GetMapping("/distributions/{id}@{version}")
    void file(
            @PathVariable String id,
            @PathVariable String version,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = id(id);
        var dataset = dataset(wanted);
        boolean byDigest = Sha256.isValid(version);
        var found = (byDigest
                        ? versions.file(wanted, new Sha256(version))
                        : versions.file(wanted, WantedScorecards.instant(version)))
                .orElseThrow(() -> Problem.of(
                        HttpStatus.NOT_FOUND,
                        byDigest
                                ? "the distribution never had bytes with this digest"
                                : "no bytes of the distribution are known at that time"));
        if (!archive.contains(found.digest())) {
            throw Problem.of(HttpStatus.GONE, "these bytes are not kept any more");
        }
        response.setHeader(MementoDate.HEADER, MementoDate.of(found.from()));
        response.addHeader(HttpHeaders.LINK, Memento.links(iris, wanted));
        if (byDigest) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
        }
        files.send(new HeldFiles.Held(dataset, found.described(), found.digest()), request, response);
    }

    @GetMapping(path = "/distributions/{id}/versions")
    ResponseEntity<Items> versions(@PathVariable String id) {
        var wanted = id(id);
        dataset(wanted);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.LINK, Memento.links(iris, wanted))
                .body(new Items(
                        wanted.toString(),
                        versions.files(wanted).stream()
                                .map(each -> item(wanted, each))
                                .toList()));
    }

    @GetMapping(path = "/distributions/{id}/timemap", produces = Memento.LINK_FORMAT)
    ResponseEntity<String> timemap(@PathVariable String id) {
        var wanted = id(id);
        dataset(wanted);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(Memento.timemap(iris, wanted, versions.files(wanted)));
    }

    private Item item(DistributionId id, FileVersion version) {
        return new Item(
                version.digest().hex(),
                version.from(),
                version.until(),
                archive.contains(version.digest()),
                "/distributions/" + id + "@" + version.digest().hex());
    }

    private static DistributionId id(String text) {
        return DistributionId.parse(text)
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "there is no such distribution"));
    }

    private Dataset dataset(DistributionId id) {
        return published.current(id.dataset().value()).dataset();
    }
}
