package tw.touchstone.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.CurrentAccount;

/// The page on which people set up the second factor of their sign-in, and take it away again.
@PageController
class SecondFactorController {

    private static final String ISSUER = "Touchstone";

    private final Catalog catalog;
    private final CurrentAccount current;
    private final PasswordEncoder encoder;
    private final MessageSource messages;

    SecondFactorController(
            Catalog catalog, CurrentAccount current, PasswordEncoder encoder, MessageSource messages) {
        this.catalog = catalog;
        this.current = current;
        this.encoder = encoder;
        this.messages = messages;
    }

    /// What the page shows.
    ///
    /// @param left     recovery codes that are left
    /// @param enrolment what an authenticator app needs; empty where the factor is set up
    /// @param codes    the recovery codes, shown this once
    record FactorView(
            boolean on,
            int left,
            Optional<Enrolment> enrolment,
            List<String> codes,
            List<String> codeErrors,
            List<String> passwordErrors,
            boolean disabled) {}

    /// What an authenticator app needs, as picture and as text.
    record Enrolment(String key, String uri, QrPicture picture) {}

    @GetMapping("/account/second-factor")
    ModelAndView form(@RequestParam(defaultValue = "false") boolean disabled, Principal reader) {
        var account = current.of(reader);
        return page(account, List.of(), List.of(), List.of(), disabled && !account.secondFactor());
    }

    @PostMapping("/account/second-factor")
    ModelAndView confirm(@RequestParam String code, Principal reader, HttpServletRequest request, Locale locale) {
        var account = current.of(reader);
        var codes = account.secondFactor()
                ? Optional.<List<String>>empty()
                : catalog.members().secondFactors().confirm(account, code.replaceAll("\\s", ""));
        if (codes.isEmpty()) {
            var page = page(account, List.of(), say("factor.code.wrong", locale), List.of(), false);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        catalog.members().sessions().endOthers(account, current.signedIn(reader).session().map(session -> session.id()));
        catalog.members().audit().record(account.name(), AuditAction.SECOND_FACTOR_SET, "", "", request.getRemoteAddr());
        return page(catalog.members().accounts().byId(account.id()).orElseThrow(), codes.get(), List.of(), List.of(), false);
    }

    /// The password is asked for once more, so that a browser left open does not suffice.
    @PostMapping("/account/second-factor/remove")
    ModelAndView remove(@RequestParam String password, Principal reader, HttpServletRequest request, Locale locale) {
        var account = current.of(reader);
        boolean known = catalog.members().accounts()
                .passwordHash(account.name())
                .filter(hash -> encoder.matches(password, hash))
                .isPresent();
        if (!known) {
            var page = page(account, List.of(), List.of(), say("password.wrong-old", locale), false);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        catalog.members().secondFactors().remove(account);
        catalog.members().audit().record(account.name(), AuditAction.SECOND_FACTOR_REMOVED, "", "", request.getRemoteAddr());
        return new ModelAndView("redirect:/account/second-factor?disabled=true");
    }

    private ModelAndView page(
            Account account,
            List<String> codes,
            List<String> codeErrors,
            List<String> passwordErrors,
            boolean disabled) {
        var enrolment =
                account.secondFactor() ? Optional.<Enrolment>empty() : Optional.of(enrolment(account));
        var view = new FactorView(
                account.secondFactor(),
                catalog.members().secondFactors().recoveryCodesLeft(account),
                enrolment,
                codes,
                codeErrors,
                passwordErrors,
                disabled);
        return new ModelAndView("account/second-factor", "factor", view);
    }

    private Enrolment enrolment(Account account) {
        var key = catalog.members().secondFactors().enrol(account);
        var uri = "otpauth://totp/" + ISSUER + ":" + UriUtils.encode(account.name(), StandardCharsets.UTF_8) + "?secret="
                + key + "&issuer=" + ISSUER + "&algorithm=SHA1&digits=6&period=30";
        return new Enrolment(key, uri, QrPicture.of(uri));
    }

    private List<String> say(String key, Locale locale) {
        return List.of(messages.getMessage(key, new Object[0], locale));
    }
}
