package tw.touchstone.server.dataset;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.exchange.discovery.Labels;
import tw.touchstone.exchange.discovery.SchemaOrg;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.download.VisitCounter;
import tw.touchstone.server.signin.CurrentAccount;
import tw.touchstone.store.DatasetState;

/// The page of a dataset, of a withdrawn one too.
@PageController
class DatasetController {

    private static final Set<String> NOTICES = Set.of("registered", "revised");

    private final Catalog catalog;
    private final DatasetViews datasets;
    private final QualityViews qualities;
    private final CurrentAccount accounts;
    private final VisitCounter visits;
    private final Labels labels;

    DatasetController(
            Catalog catalog,
            DatasetViews datasets,
            QualityViews qualities,
            CurrentAccount accounts,
            VisitCounter visits,
            Labels labels) {
        this.catalog = catalog;
        this.datasets = datasets;
        this.qualities = qualities;
        this.accounts = accounts;
        this.visits = visits;
        this.labels = labels;
    }

    /// What the page of a withdrawn dataset shows.
    record Tombstone(String id, String at, String reason) {}

    @GetMapping(path = "/datasets/{id:(?!.*\\.(?:ttl|jsonld|rdf|nt)$).+}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView dataset(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String notice,
            @Nullable Principal reader,
            HttpServletRequest request,
            Locale locale) {
        if (!DatasetId.isValid(id)) {
            return ErrorPages.absent();
        }
        var wanted = new DatasetId(id);
        return switch (catalog.store().state(wanted)) {
            case DatasetState.Absent absent -> ErrorPages.absent();
            case DatasetState.Withdrawn withdrawn -> tombstone(wanted, withdrawn);
            case DatasetState.Published published ->
                catalog.store()
                        .dataset(wanted)
                        .map(dataset -> {
                            var page = page(dataset, notice, Optional.ofNullable(reader), locale);
                            visits.viewed(request, wanted);
                            return page;
                        })
                        .orElseGet(ErrorPages::absent);
        };
    }

    private ModelAndView page(Dataset dataset, String notice, Optional<Principal> reader, Locale locale) {
        var quality = qualities.of(dataset, locale);
        var page = new ModelAndView("dataset/dataset");
        page.addObject("dataset", datasets.of(dataset, mayEdit(dataset, reader), locale));
        page.addObject("quality", quality);
        page.addObject("polling", quality.pending());
        page.addObject("notice", NOTICES.contains(notice) ? notice : "");
        page.addObject("turtle", "/datasets/" + dataset.id() + ".ttl");
        page.addObject("jsonLd", "/datasets/" + dataset.id() + ".jsonld");
        page.addObject("schemaOrg", SchemaOrg.write(dataset, catalog.settings().iris(), labels));
        return page;
    }

    private boolean mayEdit(Dataset dataset, Optional<Principal> reader) {
        Optional<Account> account = reader.map(accounts::of);
        return account.isPresent()
                && dataset.publisher().map(account.get()::mayEdit).orElse(true);
    }

    private static ModelAndView tombstone(DatasetId id, DatasetState.Withdrawn withdrawn) {
        var page = new ModelAndView("dataset/withdrawn");
        page.addObject("tombstone", new Tombstone(id.value(), Figures.minute(withdrawn.at()), withdrawn.reason()));
        page.setStatus(HttpStatus.GONE);
        return page;
    }
}
