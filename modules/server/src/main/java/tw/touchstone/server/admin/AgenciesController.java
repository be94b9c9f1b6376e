package tw.touchstone.server.admin;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.agencies.AgencyChange;
import tw.touchstone.catalog.members.AgencyTree;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.Names;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.CurrentAccount;

/// The pages on which administrators create, rename, move and merge agencies.
@PageController
class AgenciesController {

    private static final int LONGEST_NAME = 120;

    private final Catalog catalog;
    private final AgencyTree tree;
    private final CurrentAccount current;
    private final Names names;
    private final MessageSource messages;

    AgenciesController(Catalog catalog, CurrentAccount current, Names names, MessageSource messages) {
        this.catalog = catalog;
        this.tree = catalog.members().agencyTree();
        this.current = current;
        this.names = names;
        this.messages = messages;
    }

    /// What the list shows.
    ///
    /// @param problem what is wrong with what was typed; empty for nothing
    record AgenciesView(
            String slug, String zh, String en, String parent, String problem, List<Option> parents, List<Row> list) {}

    /// An agency to choose.
    record Option(String value, String name, boolean chosen) {}

    /// An agency in the list.
    ///
    /// @param state name of the agency it became part of; empty for one that still is
    record Row(String slug, String name, String parent, String state) {}

    /// What the page of one agency shows.
    ///
    /// @param outcome key of what was done or could not be done; empty where nothing was asked
    /// @param mergedInto name of the agency it became part of; empty for one that still is
    record AgencyView(
            String slug,
            String zh,
            String en,
            List<String> formerNames,
            String mergedInto,
            String outcome,
            long handedOver,
            List<Option> parents,
            List<Option> others) {}

    @GetMapping("/admin/agencies")
    ModelAndView list(Locale locale) {
        return list("", "", "", "", "", locale);
    }

    @PostMapping("/admin/agencies")
    ModelAndView create(
            @RequestParam String slug,
            @RequestParam String zh,
            @RequestParam String en,
            @RequestParam String parent,
            Principal reader,
            Locale locale) {
        var problem = !AgencyId.isValid(slug.strip())
                ? "agencies.slug.wrong"
                : isName(zh) && en.strip().length() <= LONGEST_NAME ? "" : "agencies.name.wrong";
        if (problem.isEmpty()) {
            var agency = new Agency(
                    new AgencyId(slug.strip()), LangText.of(zh.strip(), en.strip()), Optional.empty(), List.of());
            problem = switch (catalog.agencies().create(agency, id(parent), current.of(reader))) {
                case AgencyChange.Done done -> "";
                case AgencyChange.Taken taken -> "agencies.slug.taken";
                case AgencyChange.Absent absent -> "agencies.parent.unknown";
                case AgencyChange.Circle circle -> "agencies.circle";
            };
        }
        if (problem.isEmpty()) {
            return new ModelAndView("redirect:/admin/agencies/" + slug.strip());
        }
        var page = list(slug, zh, en, parent, messages.getMessage(problem, new Object[0], locale), locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping("/admin/agencies/{slug}")
    ModelAndView show(@PathVariable String slug, Locale locale) {
        return page(slug, "", 0, HttpStatus.OK, locale);
    }

    @PostMapping("/admin/agencies/{slug}")
    ModelAndView change(
            @PathVariable String slug,
            @RequestParam("do") String wish,
            @RequestParam(defaultValue = "") String zh,
            @RequestParam(defaultValue = "") String en,
            @RequestParam(defaultValue = "") String other,
            Principal reader,
            Locale locale) {
        if (!AgencyId.isValid(slug)) {
            return ErrorPages.absent();
        }
        var agency = new AgencyId(slug);
        var by = current.of(reader);
        if (wish.equals("rename") && !isName(zh)) {
            return page(slug, "name-wrong", 0, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        var change = switch (wish) {
            case "rename" -> catalog.agencies().rename(agency, LangText.of(zh.strip(), en.strip()), by);
            case "move" -> catalog.agencies().move(agency, id(other), by);
            case "merge" ->
                id(other).map(into -> catalog.agencies().merge(agency, into, by)).orElseGet(AgencyChange.Absent::new);
            default -> new AgencyChange.Absent();
        };
        return switch (change) {
            case AgencyChange.Done(long datasets) -> page(slug, wish + "d", datasets, HttpStatus.OK, locale);
            case AgencyChange.Circle circle -> page(slug, "circle", 0, HttpStatus.UNPROCESSABLE_CONTENT, locale);
            case AgencyChange.Absent absent -> page(slug, "absent", 0, HttpStatus.UNPROCESSABLE_CONTENT, locale);
            case AgencyChange.Taken taken -> page(slug, "absent", 0, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        };
    }

    private ModelAndView list(String slug, String zh, String en, String parent, String problem, Locale locale) {
        var language = Language.of(locale);
        var rows = catalog.store().agencies().stream()
                .map(each -> new Row(
                        each.id().value(),
                        each.name().best(language),
                        tree.parent(each.id()).map(id -> name(id, language)).orElse(""),
                        tree.successor(each.id()).map(id -> name(id, language)).orElse("")))
                .toList();
        return new ModelAndView(
                "admin/agencies",
                "agencies",
                new AgenciesView(slug, zh, en, parent, problem, options(parent, "", language), rows));
    }

    private ModelAndView page(String slug, String outcome, long handedOver, HttpStatus status, Locale locale) {
        var language = Language.of(locale);
        var agency = AgencyId.isValid(slug) ? catalog.store().agency(new AgencyId(slug)) : Optional.<Agency>empty();
        if (agency.isEmpty()) {
            return ErrorPages.absent();
        }
        var id = agency.get().id();
        var page = new ModelAndView(
                "admin/agency",
                "agency",
                new AgencyView(
                        slug,
                        agency.get().name().in(LangText.ZH).orElse(""),
                        agency.get().name().in(LangText.EN).orElse(""),
                        catalog.agencies().formerNames(id),
                        tree.successor(id).map(each -> name(each, language)).orElse(""),
                        outcome,
                        handedOver,
                        options(tree.parent(id).map(AgencyId::value).orElse(""), slug, language),
                        options("", slug, language)));
        page.setStatus(status);
        return page;
    }

    private List<Option> options(String chosen, String without, String language) {
        return catalog.store().agencies().stream()
                .filter(each -> !each.id().value().equals(without))
                .filter(each -> tree.successor(each.id()).isEmpty())
                .map(each -> new Option(
                        each.id().value(), each.name().best(language), each.id().value().equals(chosen)))
                .toList();
    }

    private String name(AgencyId id, String language) {
        return names.agencyName(id.value()).best(language);
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.strip().length() <= LONGEST_NAME;
    }

    private static Optional<AgencyId> id(String slug) {
        return AgencyId.isValid(slug) ? Optional.of(new AgencyId(slug)) : Optional.empty();
    }
}
