package tw.touchstone.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.AccountLinks;
import tw.touchstone.server.layout.PageController;

/// Where the link of an invitation or of a reset leads: somebody chooses a password. The link is used up by choosing, not
/// by looking, since mail readers look at links on their own.
@PageController
class WelcomeController {

    private final Catalog catalog;
    private final AccountLinks links;
    private final PasswordEncoder encoder;
    private final MessageSource messages;

    WelcomeController(Catalog catalog, PasswordEncoder encoder, MessageSource messages) {
        this.catalog = catalog;
        this.links = catalog.members().links();
        this.encoder = encoder;
        this.messages = messages;
    }

    /// What the page shows.
    ///
    /// @param name of the account; empty where the link does not work any more
    record WelcomeView(String secret, String name, List<String> newErrors, List<String> againErrors) {}

    @GetMapping("/welcome/{secret}")
    ModelAndView form(@PathVariable String secret, HttpServletResponse response) {
        // The address is a secret: it goes to no other site and into no shared memory.
        response.setHeader("Referrer-Policy", "no-referrer");
        return links.open(secret)
                .map(account -> page(secret, account, List.of(), List.of()))
                .orElseGet(WelcomeController::usedUp);
    }

    @PostMapping("/welcome/{secret}")
    ModelAndView choose(
            @PathVariable String secret,
            @RequestParam("new") String wanted,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        response.setHeader("Referrer-Policy", "no-referrer");
        var account = links.open(secret);
        if (account.isEmpty()) {
            return usedUp();
        }
        var faults = PasswordRules.faults(wanted, List.of(account.get().name(), account.get().displayName()));
        var differs = wanted.equals(again) ? List.<String>of() : List.of("password.differs");
        if (!faults.isEmpty() || !differs.isEmpty()) {
            var page = page(secret, account.get(), say(faults, locale), say(differs, locale));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var mine = links.use(secret);
        if (mine.isEmpty()) {
            return usedUp();
        }
        catalog.members().accounts().changePassword(mine.get().name(), encoder.encode(wanted));
        catalog.members().sessions().endOthers(mine.get(), Optional.empty());
        catalog.members().audit().record(mine.get().name(), AuditAction.PASSWORD_CHANGED, "", "by a link", request.getRemoteAddr());
        return new ModelAndView("redirect:/sign-in?welcome");
    }

    private static ModelAndView page(String secret, Account account, List<String> newErrors, List<String> againErrors) {
        return new ModelAndView(
                "account/welcome", "welcome", new WelcomeView(secret, account.name(), newErrors, againErrors));
    }

    private static ModelAndView usedUp() {
        var page = new ModelAndView("account/welcome", "welcome", new WelcomeView("", "", List.of(), List.of()));
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private List<String> say(List<String> keys, Locale locale) {
        return keys.stream()
                .map(key -> messages.getMessage(key, new Object[0], locale))
                .toList();
    }
}
