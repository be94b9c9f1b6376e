package tw.touchstone.server.fixes;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.mending.FixApplication;
import tw.touchstone.catalog.mending.FixId;
import tw.touchstone.catalog.mending.FixPreview;
import tw.touchstone.catalog.mending.FixSight;
import tw.touchstone.catalog.mending.FixUndoing;
import tw.touchstone.catalog.mending.Mending;
import tw.touchstone.catalog.publishing.Registration;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.CurrentAccount;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.DatasetState;

/// What a machine can mend in one's own dataset: the list, each with all it would change, applied and undone.
@PageController
class FixesController {

    private static final Set<String> NOTICES = Set.of("applied", "undone");

    private final Mending mending;
    private final CatalogStore store;
    private final FixesViews views;
    private final CurrentAccount accounts;

    FixesController(Catalog catalog, FixesViews views, CurrentAccount accounts) {
        this.mending = catalog.mending();
        this.store = catalog.store();
        this.views = views;
        this.accounts = accounts;
    }

    /// A published dataset and the change number it stands at.
    private record Current(Dataset dataset, long number) {}

    @GetMapping("/workspace/datasets/{id}/fixes")
    ModelAndView fixes(@PathVariable String id, @RequestParam(defaultValue = "") String notice, Locale locale) {
        return current(id)
                .map(current -> list(current, NOTICES.contains(notice) ? notice : "", "", HttpStatus.OK, locale))
                .orElseGet(() -> unavailable(id));
    }

    @GetMapping("/workspace/datasets/{id}/fixes/{fix}")
    ModelAndView fix(@PathVariable String id, @PathVariable String fix, Locale locale) {
        var current = current(id);
        var wanted = FixId.parse(fix);
        if (current.isEmpty()) {
            return unavailable(id);
        }
        if (wanted.isEmpty()) {
            return ErrorPages.absent();
        }
        return switch (mending.preview(current.get().dataset(), wanted.get())) {
            case FixSight.Shown(FixPreview preview) ->
                new ModelAndView(
                        "fixes/fix",
                        "fix",
                        views.of(current.get().dataset(), current.get().number(), preview, locale));
            case FixSight not -> refused(current.get(), not, locale);
        };
    }

    @PostMapping("/workspace/datasets/{id}/fixes/{fix}")
    ModelAndView apply(
            @PathVariable String id,
            @PathVariable String fix,
            @RequestParam(defaultValue = "") String expected,
            Principal reader,
            Locale locale) {
        var current = current(id);
        var wanted = FixId.parse(fix);
        if (current.isEmpty()) {
            return unavailable(id);
        }
        if (wanted.isEmpty()) {
            return ErrorPages.absent();
        }
        if (!expected.equals(String.valueOf(current.get().number()))) {
            return list(current.get(), "", "changed", HttpStatus.CONFLICT, locale);
        }
        var dataset = current.get().dataset();
        return switch (mending.apply(dataset, current.get().number(), wanted.get(), accounts.of(reader))) {
            case FixApplication.Done done -> to(id, "applied");
            case FixApplication.NotToBeHad(FixSight why) -> refused(current.get(), why, locale);
            case FixApplication.NotPublished(Registration why) -> refused(id, why, locale);
        };
    }

    @PostMapping("/workspace/datasets/{id}/fixes/applied/{number}/undo")
    ModelAndView undo(@PathVariable String id, @PathVariable String number, Principal reader, Locale locale) {
        var current = current(id);
        if (current.isEmpty()) {
            return unavailable(id);
        }
        long wanted = number.matches("[0-9]{1,18}") ? Long.parseLong(number) : 0;
        return switch (mending.undo(current.get().dataset().id(), wanted, accounts.of(reader))) {
            case FixUndoing.Done done -> to(id, "undone");
            case FixUndoing.Absent _ -> ErrorPages.absent();
            case FixUndoing.Already _ -> to(id, "undone");
            case FixUndoing.ChangedSince _ ->
                list(current.get(), "", "not-undoable", HttpStatus.CONFLICT, locale);
            case FixUndoing.NotPublished(Registration why) -> refused(id, why, locale);
        };
    }

    private static ModelAndView to(String id, String notice) {
        return new ModelAndView("redirect:/workspace/datasets/" + id + "/fixes?notice=" + notice);
    }

    private ModelAndView list(Current current, String notice, String problem, HttpStatus status, Locale locale) {
        var page = new ModelAndView("fixes/fixes", "fixes", views.of(current.dataset(), locale));
        page.addObject("notice", notice);
        page.addObject("problem", problem);
        page.setStatus(status);
        return page;
    }

    private ModelAndView refused(Current current, FixSight why, Locale locale) {
        return switch (why) {
            case FixSight.Outdated _ -> list(current, "", "outdated", HttpStatus.CONFLICT, locale);
            case FixSight.Impossible _ -> list(current, "", "impossible", HttpStatus.UNPROCESSABLE_CONTENT, locale);
            case FixSight.Harmful _ -> list(current, "", "harmful", HttpStatus.UNPROCESSABLE_CONTENT, locale);
            case FixSight.Shown _ -> throw new IllegalStateException("what is shown is not refused");
        };
    }

    private ModelAndView refused(String id, Registration why, Locale locale) {
        return switch (why) {
            case Registration.NotAllowed _ -> ErrorPages.forbidden();
            case Registration.Conflict _ ->
                current(id)
                        .map(current -> list(current, "", "changed", HttpStatus.CONFLICT, locale))
                        .orElseGet(() -> unavailable(id));
            case Registration.NotConforming _ ->
                current(id)
                        .map(current -> list(current, "", "impossible", HttpStatus.UNPROCESSABLE_CONTENT, locale))
                        .orElseGet(() -> unavailable(id));
            default -> unavailable(id);
        };
    }

    /// A state read between two equal numbers is the state of that number.
    private Optional<Current> current(String id) {
        if (!DatasetId.isValid(id)) {
            return Optional.empty();
        }
        var dataset = new DatasetId(id);
        while (store.state(dataset) instanceof DatasetState.Published before) {
            var found = store.dataset(dataset);
            if (found.isPresent() && store.state(dataset).equals(before)) {
                return Optional.of(new Current(found.get(), before.number()));
            }
        }
        return Optional.empty();
    }

    private ModelAndView unavailable(String id) {
        boolean gone = DatasetId.isValid(id) && store.state(new DatasetId(id)) instanceof DatasetState.Withdrawn;
        return gone ? ErrorPages.gone() : ErrorPages.absent();
    }
}
