package tw.touchstone.server.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.CurrentAccount;

/// The page on which administrators change what one account may do.
@PageController
class AccountController {

    private final Catalog catalog;
    private final CurrentAccount current;
    private final AdminChoices choices;

    AccountController(Catalog catalog, CurrentAccount current, AdminChoices choices) {
        this.catalog = catalog;
        this.current = current;
        this.choices = choices;
    }

    /// What the page shows.
    ///
    /// @param self       whether it is the reader's own account, which stays as it is
    /// @param outcome    key of what was done just now or could not be done; empty where nothing was asked
    /// @param handedOver a link to hand over, shown this once
    record AccountView(
            String id,
            String name,
            String display,
            String email,
            String state,
            boolean secondFactor,
            boolean self,
            List<AdminChoices.Held> held,
            List<AdminChoices.Choice> roles,
            List<AdminChoices.Choice> agencies,
            String outcome,
            Optional<HandedOver> handedOver) {}

    @GetMapping("/admin/accounts/{account}")
    ModelAndView show(@PathVariable("account") String id, Principal reader, Locale locale) {
        var by = current.of(reader);
        return catalog.members().accounts()
                .byId(id)
                .map(account -> by.mayAdminister(account)
                        ? page(account, by, "", Optional.empty(), locale)
                        : ErrorPages.forbidden())
                .orElseGet(ErrorPages::absent);
    }

    @PostMapping("/admin/accounts/{account}")
    ModelAndView change(
            @PathVariable("account") String id,
            @RequestParam("do") String wish,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String agency,
            Principal reader,
            HttpServletRequest request,
            Locale locale) {
        var by = current.of(reader);
        var found = catalog.members().accounts().byId(id);
        if (found.isEmpty()) {
            return ErrorPages.absent();
        }
        var account = found.get();
        if (!by.mayAdminister(account)) {
            return ErrorPages.forbidden();
        }
        var address = request.getRemoteAddr();
        return switch (wish) {
            case "give", "take" -> changeRole(account, wish, role, agency, by, address, locale);
            case "disable", "enable" -> {
                if (by.id().equals(account.id())) {
                    yield refused(account, by, "self", locale);
                }
                boolean disabled = wish.equals("disable");
                catalog.members().accounts().setDisabled(account, disabled);
                note(by, disabled ? AuditAction.ACCOUNT_DISABLED : AuditAction.ACCOUNT_ENABLED, account, "", address);
                yield done(account, by, wish + "d", Optional.empty(), locale);
            }
            case "reset-factor" -> {
                catalog.members().secondFactors().remove(account);
                catalog.members().sessions().endOthers(account, Optional.empty());
                note(by, AuditAction.SECOND_FACTOR_REMOVED, account, "by an administrator", address);
                yield done(account, by, "factor-reset", Optional.empty(), locale);
            }
            case "link" -> {
                if (account.state() == Account.State.DISABLED) {
                    yield refused(account, by, "is-disabled", locale);
                }
                var handover = account.state() == Account.State.INVITED
                        ? catalog.members().letters().invite(account)
                        : catalog.members().letters().reset(account);
                note(by, AuditAction.LINK_ISSUED, account, "by an administrator", address);
                yield done(account, by, "", Optional.of(HandedOver.of(account, handover)), locale);
            }
            default -> refused(account, by, "unknown", locale);
        };
    }

    private ModelAndView changeRole(
            Account account, String wish, String role, String agency, Account by, String address, Locale locale) {
        var grant = choices.grant(role, agency, by);
        if (grant.isEmpty()) {
            return refused(account, by, "role-wrong", locale);
        }
        // Nobody shuts themselves out, so there is always one administrator left.
        if (wish.equals("take") && by.id().equals(account.id()) && grant.get().role() == Role.ADMINISTRATOR) {
            return refused(account, by, "self", locale);
        }
        if (wish.equals("give")) {
            catalog.members().accounts().give(account, grant.get());
            note(by, AuditAction.ROLE_GIVEN, account, AdminChoices.text(grant.get()), address);
            return done(account, by, "role-given", Optional.empty(), locale);
        }
        boolean taken = catalog.members().accounts().take(account, grant.get());
        if (taken) {
            note(by, AuditAction.ROLE_TAKEN, account, AdminChoices.text(grant.get()), address);
        }
        return done(account, by, "role-taken", Optional.empty(), locale);
    }

    private void note(Account by, AuditAction action, Account account, String detail, String address) {
        catalog.members().audit().record(by.name(), action, account.name(), detail, address);
    }

    private ModelAndView done(
            Account account, Account by, String outcome, Optional<HandedOver> handedOver, Locale locale) {
        return page(catalog.members().accounts().byId(account.id()).orElse(account), by, outcome, handedOver, locale);
    }

    private ModelAndView refused(Account account, Account by, String outcome, Locale locale) {
        var page = page(account, by, outcome, Optional.empty(), locale);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            Account account, Account by, String outcome, Optional<HandedOver> handedOver, Locale locale) {
        var language = Language.of(locale);
        return new ModelAndView(
                "admin/account",
                "account",
                new AccountView(
                        account.id(),
                        account.name(),
                        account.displayName(),
                        account.email().orElse(""),
                        account.state().name().toLowerCase(Locale.ROOT),
                        account.secondFactor(),
                        by.id().equals(account.id()),
                        choices.held(account, language),
                        choices.roles(by, "editor"),
                        choices.agencies(by, "", language),
                        outcome,
                        handedOver));
    }
}
