package tw.touchstone.server.download;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.versions.Versions;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;

/// Hands out the bytes of a distribution, or leads to where they are.
///
/// What counts as a download is told to the [VisitCounter] before the first byte is sent.
@RestController
class DownloadController {

    private final PublishedDatasets published;
    private final Archive archive;
    private final Iris iris;
    private final VisitCounter visits;
    private final HeldFiles files;
    private final Versions versions;

    DownloadController(Catalog catalog, PublishedDatasets published, VisitCounter visits, HeldFiles files) {
        this.files = files;
        this.versions = catalog.judging().versions();
        this.published = published;
        this.archive = catalog.archive();
        this.iris = catalog.settings().iris();
        this.visits = visits;
    }

    @GetMapping("/distributions/{id}/download")
    void download(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var wanted = DistributionId.parse(id).orElseThrow(DownloadController::noSuchDistribution);
        var dataset = published.current(wanted.dataset().value()).dataset();
        var distribution = dataset.distribution(wanted).orElseThrow(DownloadController::noSuchDistribution);
        var held = held(distribution);
        if (held.isPresent()) {
            response.addHeader(HttpHeaders.VARY, Memento.ACCEPT_DATETIME);
            response.addHeader(HttpHeaders.LINK, Memento.links(iris, wanted));
            var asked = Memento.asked(request);
            if (asked.isPresent()) {
                past(wanted, asked.get(), response);
            } else {
                files.send(new HeldFiles.Held(dataset, distribution, held.get()), request, response);
            }
        } else {
            lead(elsewhere(distribution), distribution, request, response);
        }
    }

    /// Leads to the bytes of an earlier time: the address itself is the time gate. (RFC 7089, pattern 1.2)
    private void past(DistributionId id, Instant at, HttpServletResponse response) {
        var version = versions.file(id, at)
                .or(() -> versions.files(id).stream().findFirst())
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "no version of the file is known yet"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.LOCATION, "/distributions/" + id + "@" + version.digest().hex());
        response.setStatus(HttpServletResponse.SC_FOUND);
    }

    private Optional<Sha256> held(Distribution distribution) {
        return distribution
                .checksum()
                .filter(digest -> distribution.downloadUrl().filter(iris.download(distribution.id())::equals).isPresent())
                .filter(archive::contains);
    }

    private URI elsewhere(Distribution distribution) {
        return distribution
                .url()
                .filter(url -> !url.toString().startsWith(iris.base().toString()))
                .filter(url -> url.getScheme() != null && url.getScheme().matches("(?i)https?|ftp"))
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "the distribution has no file yet"));
    }

    private void lead(
            URI address, Distribution distribution, HttpServletRequest request, HttpServletResponse response) {
        visits.downloaded(request, distribution.id());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.LOCATION, address.toASCIIString());
        response.setStatus(HttpServletResponse.SC_FOUND);
    }

    private static Problem noSuchDistribution() {
        return Problem.of(HttpStatus.NOT_FOUND, "there is no such distribution");
    }
}
