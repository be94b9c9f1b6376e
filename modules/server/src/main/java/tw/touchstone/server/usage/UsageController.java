package tw.touchstone.server.usage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.usage.Step;

/// What was viewed and downloaded, of the whole catalogue, an agency, a theme, a dataset or a distribution.
@PageController
class UsageController {

    private final Subjects subjects;
    private final UsageViews views;

    UsageController(Subjects subjects, UsageViews views) {
        this.subjects = subjects;
        this.views = views;
    }

    /// An address that makes no sense shows what comes closest; only a subject that is not there is not found.
    @GetMapping(path = "/usage", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView usage(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Locale locale) {
        var named = new LinkedHashMap<String, String>();
        Subject.PARAMETERS.forEach(name -> {
            var value = parameters.getOrDefault(name, "");
            if (!value.isEmpty()) {
                named.put(name, value);
            }
        });
        var step = Arrays.stream(Step.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(by))
                .findFirst()
                .orElse(Step.DAY);
        var usual = Asked.usual(step, views.today());
        var asked = from.isEmpty() && to.isEmpty() ? Optional.of(usual) : range(step, from, to);
        return subjects.find(named)
                .map(subject -> new ModelAndView(
                        "usage/usage",
                        "usage",
                        views.of(subject, asked.orElse(usual), asked.isEmpty(), Language.of(locale))))
                .orElseGet(ErrorPages::absent);
    }

    private Optional<Asked> range(Step step, String from, String to) {
        try {
            var last = to.isEmpty() ? views.today() : LocalDate.parse(to);
            var first = from.isEmpty() ? Asked.usual(step, last).from() : LocalDate.parse(from);
            return Optional.of(new Asked(step, first, last)).filter(Asked::isPossible);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
