package tw.touchstone.server.policies;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.Evaluations;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.PageController;

/// The pages that say what each policy asks for.
@PageController
class PoliciesController {

    private final Evaluations evaluations;
    private final PolicyViews views;

    PoliciesController(Catalog catalog, PolicyViews views) {
        this.evaluations = catalog.judging().evaluations();
        this.views = views;
    }

    @GetMapping(path = "/policies", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView policies(Locale locale) {
        return new ModelAndView(
                "policies/policies",
                "policies",
                evaluations.policies().stream()
                        .map(policy -> views.of(policy, Language.of(locale)))
                        .toList());
    }

    @GetMapping(path = "/policies/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView policy(@PathVariable String id, Locale locale) {
        return evaluations.policies().stream()
                .filter(policy -> policy.id().equals(id))
                .findFirst()
                .map(policy -> new ModelAndView("policies/policy", "policy", views.of(policy, Language.of(locale))))
                .orElseGet(ErrorPages::absent);
    }
}
