package tw.touchstone.server.account;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.server.layout.PageController;

/// The form to sign in with; Spring Security reads what it sends.
@PageController
class SignInController {

    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam Map<String, String> parameters) {
        var page = new ModelAndView("account/sign-in");
        page.addObject("failed", parameters.containsKey("error"));
        page.addObject("left", parameters.containsKey("logout"));
        return page;
    }
}
