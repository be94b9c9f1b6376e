package tw.touchstone.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.CurrentAccount;

/// The page on which people change their password. Every other browser of theirs is signed out by it.
@PageController
class PasswordController {

    private final Catalog catalog;
    private final CurrentAccount current;
    private final PasswordEncoder encoder;
    private final MessageSource messages;

    PasswordController(Catalog catalog, CurrentAccount current, PasswordEncoder encoder, MessageSource messages) {
        this.catalog = catalog;
        this.current = current;
        this.encoder = encoder;
        this.messages = messages;
    }

    /// What the page shows.
    ///
    /// @param must    whether the present password was issued by somebody else
    /// @param changed whether it was changed just now
    record PasswordView(
            boolean must,
            boolean changed,
            List<String> oldErrors,
            List<String> newErrors,
            List<String> againErrors) {

        boolean isGood() {
            return oldErrors.isEmpty() && newErrors.isEmpty() && againErrors.isEmpty();
        }
    }

    @GetMapping("/account/password")
    ModelAndView form(@RequestParam(defaultValue = "false") boolean changed, Principal reader) {
        boolean must = current.of(reader).mustChangePassword();
        return page(new PasswordView(must, changed && !must, List.of(), List.of(), List.of()));
    }

    @PostMapping("/account/password")
    ModelAndView change(
            @RequestParam("old") String present,
            @RequestParam("new") String wanted,
            @RequestParam String again,
            Principal reader,
            HttpServletRequest request,
            Locale locale) {
        var signedIn = current.signedIn(reader);
        var account = signedIn.account();
        boolean known = catalog.members().accounts()
                .passwordHash(account.name())
                .filter(hash -> encoder.matches(present, hash))
                .isPresent();
        var faults = PasswordRules.faults(wanted, List.of(account.name(), account.displayName()));
        var checked = new PasswordView(
                account.mustChangePassword(),
                false,
                say(known ? List.of() : List.of("password.wrong-old"), locale),
                say(faults.isEmpty() && wanted.equals(present) ? List.of("password.same") : faults, locale),
                say(wanted.equals(again) ? List.of() : List.of("password.differs"), locale));
        if (!checked.isGood()) {
            var page = page(checked);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        catalog.members().accounts().changePassword(account.name(), encoder.encode(wanted));
        catalog.members().sessions().endOthers(account, signedIn.session().map(session -> session.id()));
        catalog.members().audit().record(account.name(), AuditAction.PASSWORD_CHANGED, "", "", request.getRemoteAddr());
        return new ModelAndView(
                account.mustChangePassword() ? "redirect:/workspace" : "redirect:/account/password?changed=true");
    }

    private static ModelAndView page(PasswordView view) {
        return new ModelAndView("account/password", "password", view);
    }

    private List<String> say(List<String> keys, Locale locale) {
        return keys.stream()
                .map(key -> messages.getMessage(key, new Object[0], locale))
                .toList();
    }
}
