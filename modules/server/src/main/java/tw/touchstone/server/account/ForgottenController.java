package tw.touchstone.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Throttle;
import tw.touchstone.server.layout.PageController;

/// Where somebody asks for a new password. The answer is the same for every name, and comes as fast.
@PageController
class ForgottenController {

    private static final int FREE_BY_ADDRESS = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Catalog catalog;

    ForgottenController(Catalog catalog) {
        this.catalog = catalog;
    }

    /// What the page shows.
    ///
    /// @param mail    whether there is a mail server
    /// @param outcome `asked`, `wait` or empty
    record ForgottenView(boolean mail, String outcome) {}

    @GetMapping("/forgotten")
    ModelAndView form() {
        return page("", HttpStatus.OK);
    }

    @PostMapping("/forgotten")
    ModelAndView ask(@RequestParam String name, HttpServletRequest request) {
        if (name.isBlank()) {
            return page("", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var bucket = new Throttle.Bucket("forgotten", request.getRemoteAddr(), FREE_BY_ADDRESS, LONGEST_PAUSE);
        if (catalog.members().throttle().attempt(List.of(bucket)).isPresent()) {
            return page("wait", HttpStatus.TOO_MANY_REQUESTS);
        }
        catalog.members().letters().ask(name.strip());
        return page("asked", HttpStatus.OK);
    }

    private ModelAndView page(String outcome, HttpStatus status) {
        var page = new ModelAndView(
                "account/forgotten", "forgotten", new ForgottenView(catalog.members().outbox().isOpen(), outcome));
        page.setStatus(status);
        return page;
    }
}
