package tw.touchstone.server.theme;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.Names;
import tw.touchstone.server.layout.PageController;

/// The list of themes and service classes, and the page of each.
@PageController
class ThemeController {

    private final ThemeViews views;
    private final Names names;

    ThemeController(ThemeViews views, Names names) {
        this.views = views;
        this.names = names;
    }

    @GetMapping(path = "/themes", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView themes(Locale locale) {
        return new ModelAndView("theme/themes", "themes", views.all(Language.of(locale)));
    }

    @GetMapping(path = "/themes/{notation}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView theme(@PathVariable String notation, Locale locale) {
        return names.theme(notation)
                .map(theme -> new ModelAndView("theme/theme", "theme", views.of(theme, Language.of(locale))))
                .orElseGet(ErrorPages::absent);
    }
}
