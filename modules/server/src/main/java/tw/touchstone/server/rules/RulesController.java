package tw.touchstone.server.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.quality.Family;
import tw.touchstone.quality.Metric;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.vocabulary.MetricText;

/// How data is tested: the catalogue of rules from the texts of the vocabulary.
@PageController
class RulesController {

    private final Map<String, MetricText> metrics;

    RulesController(Catalog catalog) {
        this.metrics = catalog.vocabularies().metrics();
    }

    @GetMapping(path = "/rules", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView rules(Locale locale) {
        var families = Stream.of(Family.values())
                .map(family -> new FamilyView("rules.family." + family.code(), rules(family, Language.of(locale))))
                .filter(family -> !family.rules().isEmpty())
                .toList();
        int count = families.stream().mapToInt(family -> family.rules().size()).sum();
        return new ModelAndView("rules/rules", Map.of("families", families, "count", count));
    }

    @GetMapping(path = "/rules/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView rule(@PathVariable String id, Locale locale) {
        return Optional.ofNullable(metrics.get(id))
                .map(metric -> new ModelAndView("rules/rule", "rule", RuleView.of(metric, Language.of(locale))))
                .orElseGet(ErrorPages::absent);
    }

    private List<RuleView> rules(Family family, String language) {
        return Stream.of(Metric.values())
                .filter(metric -> metric.family() == family)
                .flatMap(metric -> Optional.ofNullable(metrics.get(metric.id())).stream())
                .filter(text -> text.replacedBy().isEmpty())
                .map(text -> RuleView.of(text, language))
                .toList();
    }
}
