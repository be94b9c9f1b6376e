package tw.touchstone.server.feeds;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.exchange.discovery.Xml;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Facet;
import tw.touchstone.search.Hit;
import tw.touchstone.search.SearchOutcome;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.SearchResult;
import tw.touchstone.server.api.SearchParameters;
import tw.touchstone.server.harvest.CatalogueSettings;
import tw.touchstone.server.http.EntityTag;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.layout.Names;

/// News of the catalogue, of an agency, of a theme, or of any search, the newest first. (RFC 4287; paging as in RFC 5005)
@RestController
class FeedController {

    private static final int ENTRIES = 50;

    private final CatalogSearch search;
    private final Iris iris;
    private final Names names;
    private final CatalogueSettings settings;
    private final SearchParameters parameters;

    FeedController(Catalog catalog, Names names, CatalogueSettings settings) {
        this.search = catalog.search();
        this.iris = catalog.settings().iris();
        this.names = names;
        this.settings = settings;
        this.parameters = new SearchParameters(catalog);
    }

    /// What a feed is about.
    ///
    /// @param path    of the feed, without its parameters
    /// @param page    the page that shows the same to people
    /// @param subject whose news they are; may be empty
    private record Subject(String path, String page, String subject) {}

    /// The news of a search; of the whole catalogue where nothing is asked.
    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> found(HttpServletRequest request) {
        var query = parameters.read(request).query();
        var asked = Optional.ofNullable(request.getQueryString()).map(each -> "?" + each).orElse("");
        return answer(query, query.after(), new Subject("feed.atom" + asked, "datasets" + asked, query.text()), request);
    }

    @GetMapping("/agencies/{slug}/feed.atom")
    ResponseEntity<byte[]> agency(@PathVariable String slug, HttpServletRequest request) {
        var name = Optional.of(slug)
                .filter(AgencyId::isValid)
                .flatMap(each -> names.agency(new AgencyId(each)))
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "there is no such agency"))
                .name();
        return narrowed(
                Facet.AGENCY,
                slug,
                new Subject("agencies/" + slug + "/feed.atom", "agencies/" + slug, name.best(LangText.ZH)),
                request);
    }

    @GetMapping("/themes/{notation}/feed.atom")
    ResponseEntity<byte[]> theme(@PathVariable String notation, HttpServletRequest request) {
        var name = names.theme(notation)
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "there is no such theme"))
                .label();
        return narrowed(
                Facet.THEME,
                notation,
                new Subject("themes/" + notation + "/feed.atom", "themes/" + notation, name.best(LangText.ZH)),
                request);
    }

    private ResponseEntity<byte[]> narrowed(Facet facet, String value, Subject subject, HttpServletRequest request) {
        var after = Parameters.of(request, Set.of("after")).one("after");
        return answer(SearchQuery.of("").filters(Map.of(facet, Set.of(value))), after, subject, request);
    }

    private ResponseEntity<byte[]> answer(
            SearchQuery asked, Optional<String> after, Subject subject, HttpServletRequest request) {
        var query = new SearchQuery(
                asked.text(),
                asked.filters(),
                asked.from(),
                asked.to(),
                SearchQuery.Sort.NEWEST,
                ENTRIES,
                after,
                false,
                LangText.ZH);
        var found =
                switch (search.search(query)) {
                    case SearchResult result -> result;
                    case SearchOutcome.InvalidCursor invalid -> throw Problem.badField("after", invalid.reason());
                };
        var bytes = feed(found, subject).getBytes(StandardCharsets.UTF_8);
        var tag = EntityTag.of(Sha256.of(bytes));
        boolean known = tag.isIn(Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH)));
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag.header())
                .cacheControl(CacheControl.noCache());
        return known
                ? answer.build()
                : answer.header(HttpHeaders.CONTENT_TYPE, "application/atom+xml;charset=UTF-8").body(bytes);
    }

    private String feed(SearchResult found, Subject subject) {
        var title = settings.title().best(LangText.ZH);
        var out = new Xml().open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", LangText.ZH);
        out.text("title", subject.subject().isEmpty() ? title : subject.subject() + " · " + title);
        out.text("id", iris.base() + subject.path());
        out.text("updated", newest(found.hits()).toString());
        out.open("author").text("name", settings.publisher().best(LangText.ZH)).close();
        link(out, "self", "application/atom+xml", iris.base() + subject.path());
        link(out, "alternate", "text/html", iris.base() + subject.page());
        found.next().ifPresent(after -> link(out, "next", "application/atom+xml", next(subject.path(), after)));
        found.hits().forEach(hit -> entry(hit, out));
        return out.close().toString();
    }

    private String next(String path, String after) {
        var kept = path.replaceAll("([?&])after=[^&]*&?", "$1").replaceFirst("[?&]$", "");
        return iris.base() + kept + (kept.contains("?") ? "&" : "?") + "after="
                + URLEncoder.encode(after, StandardCharsets.UTF_8);
    }

    /// Where nothing is found nothing was ever new.
    private static Instant newest(List<Hit> hits) {
        return hits.stream().map(Hit::modified).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private void entry(Hit hit, Xml out) {
        var address = iris.dataset(hit.id()).toString();
        out.open("entry");
        out.text("title", hit.title().best(LangText.ZH));
        out.text("id", address);
        out.text("updated", hit.modified().toString());
        hit.agency().ifPresent(agency -> out.open("author")
                .text("name", hit.agencyName().best(LangText.ZH))
                .text("uri", iris.agency(agency).toString())
                .close());
        link(out, "alternate", "text/html", address);
        link(out, "alternate", "text/turtle", address + ".ttl");
        out.text("summary", hit.snippet().text());
        out.close();
    }

    private static void link(Xml out, String relation, String type, String address) {
        out.open("link", "rel", relation, "type", type, "href", address).close();
    }
}
