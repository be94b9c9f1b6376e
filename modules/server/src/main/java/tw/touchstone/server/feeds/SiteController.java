package tw.touchstone.server.feeds;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.listing.Listed;
import tw.touchstone.catalog.listing.Listing;
import tw.touchstone.exchange.discovery.Xml;
import tw.touchstone.model.Iris;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;
import tw.touchstone.store.CatalogStore;

/// The site map in parts, and what robots may do. (sitemaps.org 0.9; RFC 9309)
@RestController
class SiteController {

    /// The most that one part may have.
    static final int PART = 50_000;

    private static final long MOST_PARTS = 10_000;
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final List<String> PAGES = List.of("", "datasets", "agencies", "themes", "rules", "policies", "standards", "sparql");

    private final CatalogStore store;
    private final Iris iris;
    private final Listing listing;

    SiteController(Catalog catalog, Listing listing) {
        this.store = catalog.store();
        this.iris = catalog.settings().iris();
        this.listing = listing;
    }

    /// The list of the parts, or one of them. Part 0 has the other pages; datasets follow, so many in each part. The parts
    /// have the address of the list, since a site map in a folder may name nothing outside of it.
    @GetMapping("/sitemap.xml")
    ResponseEntity<String> siteMap(HttpServletRequest request) {
        return Parameters.of(request, Set.of("part"))
                .number("part", 0, MOST_PARTS)
                .map(part -> part(part.intValue()))
                .orElseGet(this::index);
    }

    private ResponseEntity<String> index() {
        var out = new Xml().open("sitemapindex", "xmlns", NAMESPACE);
        for (int part = 0; part <= parts(listing.now().count(each -> !each.withdrawn())); part++) {
            out.open("sitemap").text("loc", iris.base() + "sitemap.xml?part=" + part).close();
        }
        return xml(out.close().toString());
    }

    private ResponseEntity<String> part(int part) {
        var out = new Xml().open("urlset", "xmlns", NAMESPACE);
        if (part == 0) {
            PAGES.forEach(page -> out.open("url").text("loc", iris.base() + page).close());
            store.agencies().forEach(agency ->
                    out.open("url").text("loc", iris.agency(agency.id()).toString()).close());
        } else {
            datasets(part, out);
        }
        return xml(out.close().toString());
    }

    private void datasets(int part, Xml out) {
        var inventory = listing.now();
        var published = inventory.all().stream().filter(each -> !each.withdrawn()).toList();
        if (part > parts(published.size())) {
            throw Problem.of(HttpStatus.NOT_FOUND, "the site map has fewer parts");
        }
        int first = (part - 1) * PART;
        for (Listed each : published.subList(first, Math.min(published.size(), first + PART))) {
            out.open("url")
                    .text("loc", iris.dataset(each.id()).toString())
                    .text("lastmod", each.changed().toString())
                    .close();
        }
    }

    private static long parts(long datasets) {
        return (datasets + PART - 1) / PART;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(HttpServletRequest request) {
        Parameters.of(request, Set.of());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body("""
                        User-agent: *
                        Allow: /
                        Disallow: /workspace
                        Disallow: /account
                        Disallow: /admin
                        Disallow: /sign-in
                        Disallow: /sparql?

                        Sitemap: %ssitemap.xml
                        """.formatted(iris.base()));
    }

    private static ResponseEntity<String> xml(String document) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/xml;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(document);
    }
}
